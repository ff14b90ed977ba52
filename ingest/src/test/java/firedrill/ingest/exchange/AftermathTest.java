package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.DepositReturn;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The exchange after it has closed to new requests: what is pending goes on until it is settled. */
class AftermathTest {

    private static final int USERS = 3_000;
    private static final double RUN_HOURS = 3;
    private static final double AFTERMATH_HOURS = 72;
    private static final long HOLD_MILLIS = 12 * 3_600_000L;

    @Test
    void nobodyAsksForAnythingAnyMore() {
        ExchangeRun run = ExchangeRun.of("crash-day", USERS, 4, RUN_HOURS, AftermathTest::hold);
        int events = run.events.size();

        runAftermath(run);

        assertThat(run.events).hasSize(events);
    }

    @Test
    void everyHoldEndsAndItsDeparturesFollow() {
        ExchangeRun run = ExchangeRun.of("crash-day", USERS, 4, RUN_HOURS, AftermathTest::hold);
        assertThat(run.exchange.status().unsettledRequests()).isGreaterThan(1_000);
        assertThat(run.outcomesOf(Settlement.class).map(Settlement::disposition))
                .as("no hold has ended; victims may have recalled")
                .allMatch(Disposition.RECALLED::equals);
        long departed = run.outcomesOf(Churn.class).count();

        runAftermath(run);

        assertThat(run.exchange.status().unsettledRequests()).isZero();
        assertThat(run.outcomesOf(Churn.class).count()).isGreaterThan(2 * departed);
    }

    @Test
    void theftsAreReportedAndTheirVictimsDepart() {
        ExchangeRun run =
                ExchangeRun.of("quiet", 10_000, 4, 6, request -> Optional.of(Answer.of(request.id(), Action.ALLOW)));
        long reported = run.outcomesOf(FraudReport.class).count();

        runAftermath(run);

        assertThat(run.outcomesOf(FraudReport.class).count()).isGreaterThan(2 * reported);
        assertThat(run.outcomesOf(Churn.class).map(Outcome::userId).filter(id -> id <= 10_000))
                .hasSizeGreaterThan(3);
    }

    @Test
    void onlyDepositsOfTheRunAreReversed() {
        ExchangeRun run = ExchangeRun.of(
                "quiet", 10_000, 7_001, 6, request -> Optional.of(Answer.of(request.id(), Action.ALLOW)));
        Set<Long> deposits = run.eventsOf(Deposit.class).map(Deposit::id).collect(Collectors.toSet());

        runAftermath(run);
        runAftermath(run);

        assertThat(run.outcomesOf(DepositReturn.class))
                .isNotEmpty()
                .allMatch(reversal -> deposits.contains(reversal.depositEventId()));
    }

    private static Optional<Answer> hold(DecisionRequest request) {
        return Optional.of(Answer.hold(request.id(), HOLD_MILLIS));
    }

    private static void runAftermath(ExchangeRun run) {
        run.exchange.closeRequests();
        run.exchange.runUntil(run.exchange.nowMillis() + (long) (AFTERMATH_HOURS * 3_600_000));
    }
}
