package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.fraud.FraudSettings;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Rings shift to successful tactics within hours, from their own outcomes alone; with adaptation off they do not. */
class RingAdaptationTest {

    private static final int USERS = 20_000;
    private static final int SEEDS = 8;
    private static final int HOURS = 36;
    private static final String TAKEOVER = "account-takeover";
    private static final FraudSettings LEARNING = FraudSettings.DEFAULT;
    private static final List<FraudulentWithdrawals> LEARNED = run(LEARNING, RingAdaptationTest::blockDrains);
    private static final List<FraudulentWithdrawals> FROZEN =
            run(LEARNING.withoutAdaptation(), RingAdaptationTest::blockDrains);

    @Test
    void blockedTacticBecomesRareWithinADayButNeverVanishes() {
        assertThat(drains(LEARNED)).isLessThan(0.5 * drains(FROZEN)).isPositive();
    }

    @Test
    void sameTypologyShiftsToSuccessfulTactic() {
        double learned = drains(LEARNED) / later(LEARNED, TAKEOVER).size();
        double frozen = drains(FROZEN) / later(FROZEN, TAKEOVER).size();

        assertThat(learned).isLessThan(0.75 * frozen);
    }

    @Test
    void lessBlockedTypologyReplacesMoreBlockedOne() {
        int learned = later(LEARNED, "social-engineering").size();
        int frozen = later(FROZEN, "social-engineering").size();

        assertThat(learned).isGreaterThan(frozen * 5 / 4);
    }

    @Test
    void learningMakesNoDifferenceBeforeFirstUpdate() {
        assertThat(between(LEARNED, TAKEOVER, 0, 6)).isNotEmpty().isEqualTo(between(FROZEN, TAKEOVER, 0, 6));
    }

    @Test
    void priorsStayWhenNothingIsBlocked() {
        List<FraudulentWithdrawals> learning = run(LEARNING, RingAdaptationTest::allow);
        List<FraudulentWithdrawals> frozen = run(LEARNING.withoutAdaptation(), RingAdaptationTest::allow);

        assertThat(later(learning, TAKEOVER)).isEqualTo(later(frozen, TAKEOVER));
    }

    private static Answer blockDrains(DecisionRequest event) {
        boolean isDrain = event instanceof Withdrawal withdrawal && isDrain(withdrawal);
        return Answer.of(event.id(), isDrain ? Action.BLOCK : Action.ALLOW);
    }

    private static Answer allow(DecisionRequest event) {
        return Answer.of(event.id(), Action.ALLOW);
    }

    private static boolean isDrain(Withdrawal withdrawal) {
        return withdrawal.amountCents() > 0.9 * withdrawal.balanceCents();
    }

    private static List<FraudulentWithdrawals> run(FraudSettings fraud, Function<DecisionRequest, Answer> operator) {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed -> new FraudulentWithdrawals(USERS, fraud, seed, HOURS, operator))
                .toList();
    }

    /** From hour 12 on. */
    private static List<Withdrawal> later(List<FraudulentWithdrawals> runs, String typology) {
        return between(runs, typology, 12, HOURS);
    }

    private static List<Withdrawal> between(
            List<FraudulentWithdrawals> runs, String typology, int fromHour, int toHour) {
        return runs.stream()
                .flatMap(run -> run.first(typology, fromHour, toHour).stream())
                .toList();
    }

    private static double drains(List<FraudulentWithdrawals> runs) {
        return later(runs, TAKEOVER).stream()
                .filter(RingAdaptationTest::isDrain)
                .count();
    }
}
