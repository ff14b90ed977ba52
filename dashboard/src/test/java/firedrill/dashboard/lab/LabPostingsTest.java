package firedrill.dashboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.ledger.Bill.CostBreakdown;
import firedrill.dashboard.ledger.Posting.PostingKind;
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
                model);
        var sums = new EnumMap<PostingKind, Long>(PostingKind.class);
        var named = new HashSet<Long>();
        var seen = new HashSet<Long>();

        var arm = lab.run(ScenarioCatalogue.load("quiet"), operator, seed, LENGTH, ids(seen), posting -> {
            sums.merge(posting.kind(), posting.amountCents(), Long::sum);
            named.add(posting.eventId());
        });

        assertThat(money(sums)).isEqualTo(arm.bill().costs());
        assertThat(seen).containsAll(named);
    }

    private static CostBreakdown money(Map<PostingKind, Long> sums) {
        return new CostBreakdown(
                usd(sums, PostingKind.FRAUD_ATTEMPTED),
                usd(sums, PostingKind.FRAUD_LOST),
                usd(sums, PostingKind.FRAUD_PREVENTED),
                usd(sums, PostingKind.HONEST_DELAYED),
                usd(sums, PostingKind.OPPORTUNITY_LOST),
                usd(sums, PostingKind.FEE_LOST),
                usd(sums, PostingKind.REVIEW_PAID),
                usd(sums, PostingKind.LIFETIME_VALUE_LOST),
                usd(
                        sums,
                        PostingKind.FRAUD_LOST,
                        PostingKind.FEE_LOST,
                        PostingKind.REVIEW_PAID,
                        PostingKind.LIFETIME_VALUE_LOST));
    }

    private static double usd(Map<PostingKind, Long> sums, PostingKind... kinds) {
        long cents = 0;
        for (PostingKind kind : kinds) {
            cents += sums.getOrDefault(kind, 0L);
        }
        return cents / 100.0;
    }

    private static RunObserver ids(Set<Long> seen) {
        return new RunObserver() {
            @Override
            public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
                seen.add(event.id());
            }
        };
    }
}
