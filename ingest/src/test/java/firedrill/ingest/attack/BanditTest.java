package firedrill.ingest.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.attack.Tactic.AddressChoice;
import firedrill.ingest.attack.Tactic.Amount;
import firedrill.ingest.attack.Tactic.Choice;
import firedrill.ingest.attack.Tactic.DeviceChoice;
import firedrill.ingest.attack.Tactic.Pause;
import firedrill.ingest.attack.Tactic.Timing;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a ring learns, and what it does not. */
class BanditTest {

    private static final Map<Choice, Enum<?>> FIRST = Map.of(
            Choice.AMOUNT, Amount.EVERYTHING,
            Choice.PAUSE, Pause.SOON,
            Choice.DEVICE, DeviceChoice.RING,
            Choice.ADDRESS, AddressChoice.RING,
            Choice.TIMING, Timing.ANY);

    private final Bandit bandit = new Bandit(0.6, 0.3, 0.1);

    @Test
    void itKeepsItsHabitsWhileEverythingComesThrough() {
        teach(1, 1, 1);

        assertThat(bandit.probability(0)).isCloseTo(0.97 * 0.6 + 0.01, within(1e-9));
        assertThat(bandit.probability(2)).isCloseTo(0.97 * 0.1 + 0.01, within(1e-9));
    }

    @Test
    void itKeepsItsHabitsWhenEverythingIsStoppedAlike() {
        teach(0, 0, 0);

        assertThat(bandit.probability(0)).isCloseTo(0.97 * 0.6 + 0.01, within(1e-9));
    }

    @Test
    void whatIsStoppedIsDoneLessAndSomethingElseMore() {
        teach(0, 1, 1);

        assertThat(bandit.probability(0)).isLessThan(0.2);
        assertThat(bandit.probability(1)).isGreaterThan(0.5);
    }

    @Test
    void nothingIsEverGivenUp() {
        for (int day = 0; day < 30; day++) {
            teach(0, 1, 1);
        }

        assertThat(bandit.probability(0)).isGreaterThanOrEqualTo(0.01);
    }

    @Test
    void itForgets() {
        teach(0, 1, 1);
        double shortlyAfter = bandit.probability(0);
        for (int thought = 0; thought < 12; thought++) {
            bandit.ponder();
        }

        assertThat(bandit.probability(0)).isGreaterThan(shortlyAfter).isCloseTo(0.59, within(0.05));
    }

    @Test
    void untilItHasThoughtNothingChanges() {
        bandit.learn(0, 0);

        assertThat(bandit.probability(0)).isCloseTo(0.97 * 0.6 + 0.01, within(1e-9));
    }

    @Test
    void choicesFollowTheProbabilities() {
        int[] chosen = new int[3];
        for (int i = 0; i < 1_000; i++) {
            chosen[bandit.choose((i + 0.5) / 1_000)]++;
        }

        assertThat(chosen[0]).isCloseTo(592, within(1));
        assertThat(chosen[1]).isCloseTo(301, within(1));
    }

    @Test
    void aRingLearnsOnlyFromItsOwnAttempts() {
        var other = new Habits(Line.ACCOUNTS);
        double before = other.probability(Choice.AMOUNT, Amount.EVERYTHING);
        Habits stopped = stopped(Line.ACCOUNTS, Typology.ACCOUNT_TAKEOVER);
        other.ponder();

        assertThat(stopped.probability(Choice.AMOUNT, Amount.EVERYTHING)).isLessThan(before / 2);
        assertThat(other.probability(Choice.AMOUNT, Amount.EVERYTHING)).isEqualTo(before);
    }

    @Test
    void aStoppedTakeoverTeachesAllThatWasChosen() {
        assertThat(taught(Line.ACCOUNTS, Typology.ACCOUNT_TAKEOVER)).isEqualTo(EnumSet.allOf(Choice.class));
    }

    @Test
    void aStoppedScamSaysNothingAboutTheRingsDevices() {
        assertThat(taught(Line.ACCOUNTS, Typology.SOCIAL_ENGINEERING))
                .isEqualTo(EnumSet.of(Choice.AMOUNT, Choice.PAUSE, Choice.ADDRESS, Choice.TIMING));
    }

    @Test
    void aStoppedBreakInSaysNothingAboutPausesAndAddresses() {
        assertThat(taught(Line.BREAK_IN, Typology.CONTROL_BYPASS))
                .isEqualTo(EnumSet.of(Choice.AMOUNT, Choice.DEVICE, Choice.TIMING));
    }

    @ParameterizedTest
    @EnumSource(names = {"WASH_TRADING", "SPOOFING", "PUMP_AND_DUMP"})
    void whatIsStoppedInTheBookTeachesFromWhereAndWhen(Typology abuse) {
        assertThat(taught(Line.MARKET, abuse)).isEqualTo(EnumSet.of(Choice.DEVICE, Choice.TIMING));
    }

    /** The choices that a ring of this line makes otherwise once one way was stopped and another came through. */
    private static Set<Choice> taught(Line line, Typology craft) {
        var before = new Habits(line);
        Habits after = stopped(line, craft);
        Set<Choice> taught = EnumSet.noneOf(Choice.class);
        FIRST.forEach((choice, what) -> {
            if (after.probability(choice, what) != before.probability(choice, what)) {
                taught.add(choice);
            }
        });
        return taught;
    }

    /** Ten times stopped, and ten times not with everything done otherwise. */
    private static Habits stopped(Line line, Typology craft) {
        var habits = new Habits(line);
        for (int i = 0; i < 10; i++) {
            habits.learn(
                    new Tactic(craft, Amount.EVERYTHING, Pause.SOON, DeviceChoice.RING, AddressChoice.RING, Timing.ANY),
                    0);
            habits.learn(
                    new Tactic(
                            craft,
                            Amount.MODEST,
                            Pause.HOURS,
                            DeviceChoice.PROXY,
                            AddressChoice.FRESH,
                            Timing.IN_A_SPIKE),
                    1);
        }
        habits.ponder();
        return habits;
    }

    private void teach(double... shares) {
        for (int i = 0; i < 5; i++) {
            for (int arm = 0; arm < shares.length; arm++) {
                bandit.learn(arm, shares[arm]);
            }
        }
        bandit.ponder();
    }
}
