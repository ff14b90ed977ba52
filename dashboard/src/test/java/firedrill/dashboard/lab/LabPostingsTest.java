package firedrill.dashboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.ledger.Bill.CostBreakdown;
import firedrill.dashboard.ledger.Posting;
import firedrill.dashboard.ledger.Posting.PostingKind;
import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.ScenarioCatalogue;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.policy.Policy;
import firedrill.scoring.rule.RuleSet;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

class LabPostingsTest {

    private static final Duration LENGTH = Duration.ofHours(3);

    @Property(tries = 12)
    void everyDollarOfTheBillTracesToAnEventOfTheRun(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed, @ForAll Operator.Baseline operator)
            throws Exception {
        var model = ModelFile.loadBundled();
        var lab = new Lab(
                        ExchangeSettings.DEFAULT.withUsers(600),
                        () -> new Decider(model.scorer(), RuleSet.defaultRules(), Policy.DEFAULT),
                        model)
                .withAftermath(Duration.ofHours(24));
        var sums = new PostingSums();
        var named = new HashSet<Long>();
        var seen = new HashSet<Long>();

        var arm = lab.run(ScenarioCatalogue.load("quiet"), operator, seed, LENGTH, observer(seen, sums), posting -> {
            sums.add(posting);
            named.add(posting.eventId());
        });

        assertThat(money(sums)).isEqualTo(arm.bill().costs());
        assertThat(seen).containsAll(named);
    }

    private static CostBreakdown money(PostingSums sums) {
        return new CostBreakdown(
                sums.usd(PostingKind.FRAUD_ATTEMPTED),
                sums.usd(PostingKind.FRAUD_LOST),
                sums.cappedLossCents / 100.0,
                sums.usd(PostingKind.FRAUD_PREVENTED),
                sums.slippedThroughCents / 100.0,
                sums.usd(PostingKind.COMPLIANCE_COST),
                sums.usd(PostingKind.HONEST_DELAYED),
                sums.usd(PostingKind.OPPORTUNITY_LOST),
                sums.usd(PostingKind.FEE_LOST),
                sums.usd(PostingKind.REVIEW_PAID),
                sums.usd(PostingKind.LIFETIME_VALUE_LOST),
                sums.usd(PostingKind.EXPECTED_LIFETIME_VALUE_LOST),
                sums.wordOfMouthCents / 100.0,
                sums.usd(
                        PostingKind.FRAUD_LOST,
                        PostingKind.COMPLIANCE_COST,
                        PostingKind.FEE_LOST,
                        PostingKind.REVIEW_PAID,
                        PostingKind.LIFETIME_VALUE_LOST),
                sums.usd(
                        PostingKind.FRAUD_LOST,
                        PostingKind.COMPLIANCE_COST,
                        PostingKind.FEE_LOST,
                        PostingKind.REVIEW_PAID,
                        PostingKind.EXPECTED_LIFETIME_VALUE_LOST));
    }

    /** The postings of a run, summed; the word of mouth in the expected lifetime value comes from the run itself. */
    private static final class PostingSums {

        private final Map<PostingKind, Long> byKind = new EnumMap<>(PostingKind.class);
        private long cappedLossCents;
        private long slippedThroughCents;
        private long wordOfMouthCents;

        void add(Posting posting) {
            long cents = posting.amountCents();
            byKind.merge(posting.kind(), cents, Long::sum);
            cappedLossCents += posting.kind() == PostingKind.FRAUD_LOST ? Math.min(2_000_000, cents) : 0;
            slippedThroughCents -= posting.kind() == PostingKind.FRAUD_PREVENTED ? Math.min(0, cents) : 0;
        }

        double usd(PostingKind... kinds) {
            long cents = 0;
            for (PostingKind kind : kinds) {
                cents += byKind.getOrDefault(kind, 0L);
            }
            return cents / 100.0;
        }
    }

    private static RunObserver observer(Set<Long> seen, PostingSums sums) {
        return new RunObserver() {
            @Override
            public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
                seen.add(event.id());
            }

            @Override
            public void onDepartureRisk(DepartureRisk risk) {
                sums.wordOfMouthCents += risk.isWordOfMouth() ? risk.expectedLossCents() : 0;
            }
        };
    }
}
