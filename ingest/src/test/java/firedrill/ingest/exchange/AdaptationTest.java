package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.attack.AttackSettings;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Rings shift to what still works within hours, from their own outcomes alone; frozen, they do not. */
class AdaptationTest {

    private static final int USERS = 30_000;
    private static final int HOURS = 36;
    private static final String TAKEOVER = "account-takeover";
    private static final AttackSettings LEARNING = AttackSettings.DEFAULT;
    private static final Thefts LEARNED = run(LEARNING, AdaptationTest::blockDrains);
    private static final Thefts FROZEN = run(LEARNING.frozen(), AdaptationTest::blockDrains);

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
        assertThat(LEARNED.first(TAKEOVER, 0, 6)).isNotEmpty().isEqualTo(FROZEN.first(TAKEOVER, 0, 6));
    }

    @Test
    void whenNothingIsBlockedHabitsStay() {
        Thefts learning = run(LEARNING, AdaptationTest::allow);
        Thefts frozen = run(LEARNING.frozen(), AdaptationTest::allow);

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

    private static Thefts run(AttackSettings attacks, Function<Decided, Answer> operator) {
        return new Thefts(USERS, attacks, 3, HOURS, operator);
    }

    /** From half a day on. */
    private static List<Withdrawal> later(Thefts thefts, String typology) {
        return thefts.first(typology, 12, HOURS);
    }

    private static double drains(Thefts thefts) {
        return later(thefts, TAKEOVER).stream().filter(AdaptationTest::isDrain).count();
    }
}
