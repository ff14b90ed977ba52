package firedrill.ingest.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.attack.Tactic.AddressChoice;
import firedrill.ingest.attack.Tactic.Amount;
import firedrill.ingest.attack.Tactic.DeviceChoice;
import firedrill.ingest.attack.Tactic.Pause;
import firedrill.ingest.attack.Tactic.Timing;
import org.junit.jupiter.api.Test;

/** What a ring learns, and what it does not. */
class BanditTest {

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
        var stopped = new Habits(Line.ACCOUNTS);
        var other = new Habits(Line.ACCOUNTS);
        double before = other.probability(Amount.EVERYTHING);
        for (int i = 0; i < 10; i++) {
            stopped.learn(tactic(Amount.EVERYTHING), 0);
            stopped.learn(tactic(Amount.MODEST), 1);
        }
        stopped.ponder();
        other.ponder();

        assertThat(stopped.probability(Amount.EVERYTHING)).isLessThan(before / 2);
        assertThat(other.probability(Amount.EVERYTHING)).isEqualTo(before);
    }

    private static Tactic tactic(Amount amount) {
        return new Tactic(
                Typology.ACCOUNT_TAKEOVER, amount, Pause.SOON, DeviceChoice.RING, AddressChoice.RING, Timing.ANY);
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
