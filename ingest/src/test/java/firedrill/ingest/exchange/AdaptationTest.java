package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.attack.AttackSettings;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Rings shift to what still works within hours, from their own outcomes alone; frozen, they do not. */
class AdaptationTest {

    private static final int USERS = 20_000;
    private static final int SEEDS = 8;
    private static final int HOURS = 36;
    private static final String TAKEOVER = "account-takeover";
    private static final AttackSettings LEARNING = AttackSettings.DEFAULT;
    private static final List<Thefts> LEARNED = run(LEARNING, AdaptationTest::blockDrains);
    private static final List<Thefts> FROZEN = run(LEARNING.frozen(), AdaptationTest::blockDrains);

    @Test
    void whatIsBlockedIsDoneLessWithinADayAndNeverGivenUp() {
        assertThat(drains(LEARNED)).isLessThan(0.5 * drains(FROZEN)).isPositive();
    }

    @Test
    void ofTheSameFraudMoreIsDoneInAWayThatWorks() {
        double learned = drains(LEARNED) / later(LEARNED, TAKEOVER).size();
        double frozen = drains(FROZEN) / later(FROZEN, TAKEOVER).size();

        assertThat(learned).isLessThan(0.75 * frozen);
    }

    @Test
    void aFraudThatIsStoppedLessTakesThePlaceOfOneThatIsStoppedMore() {
        int learned = later(LEARNED, "social-engineering").size();
        int frozen = later(FROZEN, "social-engineering").size();

        assertThat(learned).isGreaterThan(frozen * 5 / 4);
    }

    @Test
    void beforeTheFirstThoughtLearningMakesNoDifference() {
        assertThat(between(LEARNED, TAKEOVER, 0, 6)).isNotEmpty().isEqualTo(between(FROZEN, TAKEOVER, 0, 6));
    }

    @Test
    void whenNothingIsBlockedHabitsStay() {
        List<Thefts> learning = run(LEARNING, AdaptationTest::allow);
        List<Thefts> frozen = run(LEARNING.frozen(), AdaptationTest::allow);

        assertThat(later(learning, TAKEOVER)).isEqualTo(later(frozen, TAKEOVER));
    }

    private static Answer blockDrains(Decided event) {
        boolean isDrain = event instanceof Withdrawal withdrawal && isDrain(withdrawal);
        return Answer.of(event.id(), isDrain ? Action.BLOCK : Action.ALLOW);
    }

    private static Answer allow(Decided event) {
        return Answer.of(event.id(), Action.ALLOW);
    }

    private static boolean isDrain(Withdrawal withdrawal) {
        return withdrawal.amountCents() > 0.9 * withdrawal.balanceCents();
    }

    private static List<Thefts> run(AttackSettings attacks, Function<Decided, Answer> operator) {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed -> new Thefts(USERS, attacks, seed, HOURS, operator))
                .toList();
    }

    /** From half a day on. */
    private static List<Withdrawal> later(List<Thefts> runs, String typology) {
        return between(runs, typology, 12, HOURS);
    }

    private static List<Withdrawal> between(List<Thefts> runs, String typology, int fromHour, int toHour) {
        return runs.stream()
                .flatMap(run -> run.first(typology, fromHour, toHour).stream())
                .toList();
    }

    private static double drains(List<Thefts> runs) {
        return later(runs, TAKEOVER).stream().filter(AdaptationTest::isDrain).count();
    }
}
