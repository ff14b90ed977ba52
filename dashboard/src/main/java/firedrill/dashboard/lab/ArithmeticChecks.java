package firedrill.dashboard.lab;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Departure;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.Decision;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fourth question: do probabilities and dollars add up? */
final class ArithmeticChecks {

    static List<Check> of(List<Arm> arms, List<Books> books) {
        double expected = books.stream().mapToDouble(book -> book.expected).sum();
        double realised = books.stream().mapToDouble(book -> book.realised).sum();
        double unexplained =
                arms.stream().mapToDouble(ArithmeticChecks::unexplainedUsd).sum();
        double twice = books.stream().mapToLong(book -> book.settledTwice).sum();
        double ghosts = books.stream().mapToLong(book -> book.eventsOfTheGone).sum();
        return List.of(
                Check.between("4a", "sum of probabilities of withdrawals, of frauds", expected / realised, 0.6, 1.6),
                Check.atMost("4b", "dollars of net cost that no part explains", unexplained, 0.01),
                Check.exactly("4c", "requests settled twice", twice, 0),
                Check.exactly("4d", "events of users who had left", ghosts, 0));
    }

    private static double unexplainedUsd(Arm arm) {
        var money = arm.bill().money();
        double parts = money.fraudLossUsd() + money.feeLossUsd() + money.reviewCostUsd() + money.ltvLostUsd();
        return Math.abs(money.netCostUsd() - parts);
    }

    /** Books kept outside, by what the exchange tells. */
    static final class Books implements Witness {

        private final Set<Long> settled = new HashSet<>();
        private final Set<Long> gone = new HashSet<>();
        private double expected;
        private double realised;
        private long settledTwice;
        private long eventsOfTheGone;

        @Override
        public void event(ExchangeEvent event, @Nullable Decision decision) {
            eventsOfTheGone += gone.contains(event.userId()) ? 1 : 0;
            if (decision != null && event instanceof Withdrawal) {
                expected += decision.probability();
            }
        }

        @Override
        public void truth(Truth truth) {
            realised += truth.atRiskCents() > 0 ? 1 : 0;
        }

        @Override
        public void outcome(Outcome outcome) {
            if (outcome instanceof Settlement settlement && !settled.add(settlement.eventId())) {
                settledTwice++;
            } else if (outcome instanceof Departure departure) {
                gone.add(departure.userId());
            }
        }
    }

    private ArithmeticChecks() {}
}
