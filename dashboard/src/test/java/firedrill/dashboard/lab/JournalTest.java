package firedrill.dashboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.ledger.Bill.Money;
import firedrill.dashboard.ledger.Entry.Tariff;
import firedrill.dashboard.ledger.Posting.Kind;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.incident.Scenarios;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Policy;
import firedrill.scoring.model.ModelFile;
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

class JournalTest {

    private static final Duration LENGTH = Duration.ofHours(3);

    @Property(tries = 12)
    void everyDollarOfTheBillTracesToAnEventOfTheRun(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed, @ForAll Operator.Standing operator)
            throws Exception {
        var model = ModelFile.shipped();
        var lab = new Lab(
                ExchangeSettings.DEFAULT.withUsers(600),
                () -> new Decider(model.scorer(), RuleSet.shipped(), Policy.DEFAULT),
                model.reference(),
                new Tariff(10, 0.03, 900));
        var sums = new EnumMap<Kind, Long>(Kind.class);
        var named = new HashSet<Long>();
        var seen = new HashSet<Long>();

        var arm = lab.run(Scenarios.named("quiet"), operator, seed, LENGTH, ids(seen), posting -> {
            sums.merge(posting.kind(), posting.cents(), Long::sum);
            named.add(posting.eventId());
        });

        assertThat(money(sums)).isEqualTo(arm.bill().money());
        assertThat(seen).containsAll(named);
    }

    private static Money money(Map<Kind, Long> sums) {
        return new Money(
                usd(sums, Kind.FRAUD_ATTEMPTED),
                usd(sums, Kind.FRAUD_LOST),
                usd(sums, Kind.FRAUD_PREVENTED),
                usd(sums, Kind.HONEST_DELAYED),
                usd(sums, Kind.OPPORTUNITY_LOST),
                usd(sums, Kind.FEE_LOST),
                usd(sums, Kind.REVIEW_PAID),
                usd(sums, Kind.LIFETIME_VALUE_LOST),
                usd(sums, Kind.FRAUD_LOST, Kind.FEE_LOST, Kind.REVIEW_PAID, Kind.LIFETIME_VALUE_LOST));
    }

    private static double usd(Map<Kind, Long> sums, Kind... kinds) {
        long cents = 0;
        for (Kind kind : kinds) {
            cents += sums.getOrDefault(kind, 0L);
        }
        return cents / 100.0;
    }

    private static Witness ids(Set<Long> seen) {
        return new Witness() {
            @Override
            public void event(ExchangeEvent event, @Nullable Decision decision) {
                seen.add(event.id());
            }
        };
    }
}
