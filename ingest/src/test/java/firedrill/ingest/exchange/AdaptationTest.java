package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.attack.AttackSettings;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Rings shift to what still works within hours, from their own outcomes alone; frozen, they do not. */
class AdaptationTest {

    private static final int USERS = 30_000;
    private static final int HOURS = 36;
    private static final AttackSettings LEARNING = AttackSettings.DEFAULT;
    private static final List<Withdrawal> UNTOUCHED = thefts(LEARNING, Play.ALLOW_ALL);
    private static final List<Withdrawal> LEARNED = thefts(LEARNING, AdaptationTest::noDrains);
    private static final List<Withdrawal> FROZEN = thefts(LEARNING.frozen(), AdaptationTest::noDrains);

    @Test
    void whatIsBlockedIsDoneLessWithinADayAndTheRestMore() {
        assertThat(drains(LEARNED, 12, 36)).isLessThan(0.6 * drains(FROZEN, 12, 36));
        assertThat(notDrains(LEARNED, 12, 36)).isGreaterThan(1.3 * notDrains(FROZEN, 12, 36));
    }

    @Test
    void itIsNeverGivenUpForGood() {
        assertThat(drains(LEARNED, 12, 36)).isPositive();
    }

    @Test
    void beforeTheFirstThoughtLearningMakesNoDifference() {
        assertThat(firstTries(LEARNED, 0, 6)).isEqualTo(firstTries(FROZEN, 0, 6));
    }

    @Test
    void whenNothingIsBlockedHabitsStay() {
        List<Withdrawal> frozen = thefts(LEARNING.frozen(), Play.ALLOW_ALL);

        assertThat(drains(UNTOUCHED, 12, 36)).isCloseTo(drains(frozen, 12, 36), within(1e-9));
    }

    private static Optional<Answer> noDrains(Decided event) {
        boolean isDrain = event instanceof Withdrawal withdrawal && isDrain(withdrawal);
        return Optional.of(Answer.of(event.id(), isDrain ? Action.BLOCK : Action.ALLOW));
    }

    private static boolean isDrain(Withdrawal withdrawal) {
        return withdrawal.amountCents() > 0.9 * withdrawal.balanceCents();
    }

    private static List<Withdrawal> thefts(AttackSettings attacks, Function<Decided, Optional<Answer>> operator) {
        var settings = ExchangeSettings.DEFAULT.withUsers(USERS).withAttacks(attacks);
        return new ArrayList<>(
                new Frauds(new Play("quiet", settings, 3, operator).until(HOURS)).withdrawals("account-takeover"));
    }

    private static double drains(List<Withdrawal> thefts, int fromHour, int toHour) {
        return between(thefts, fromHour, toHour).stream()
                .filter(AdaptationTest::isDrain)
                .count();
    }

    private static double notDrains(List<Withdrawal> thefts, int fromHour, int toHour) {
        return between(thefts, fromHour, toHour).size() - drains(thefts, fromHour, toHour);
    }

    private static List<Long> firstTries(List<Withdrawal> thefts, int fromHour, int toHour) {
        return between(thefts, fromHour, toHour).stream()
                .map(Withdrawal::userId)
                .toList();
    }

    private static List<Withdrawal> between(List<Withdrawal> thefts, int fromHour, int toHour) {
        long start = ExchangeSettings.DEFAULT.startMillis();
        return thefts.stream()
                .filter(theft -> theft.timeMillis() >= start + fromHour * Play.HOUR
                        && theft.timeMillis() < start + toHour * Play.HOUR)
                .toList();
    }
}
