package firedrill.ingest.fraud.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.event.FraudTypology;
import firedrill.ingest.fraud.ring.Tactic.AddressChoice;
import firedrill.ingest.fraud.ring.Tactic.AmountChoice;
import firedrill.ingest.fraud.ring.Tactic.DeviceChoice;
import firedrill.ingest.fraud.ring.Tactic.Dimension;
import firedrill.ingest.fraud.ring.Tactic.DwellTime;
import firedrill.ingest.fraud.ring.Tactic.TimingChoice;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a ring learns, and what it does not. */
class MultiArmedBanditTest {

    private static final Map<Dimension, Enum<?>> FIRST = Map.of(
            Dimension.AMOUNT, AmountChoice.FULL_BALANCE,
            Dimension.DWELL_TIME, DwellTime.MINUTES,
            Dimension.DEVICE, DeviceChoice.RING,
            Dimension.ADDRESS, AddressChoice.RING,
            Dimension.TIMING, TimingChoice.ANY);

    private final MultiArmedBandit bandit = new MultiArmedBandit(0.6, 0.3, 0.1);

    @Test
    void keepsPriorWhenEveryAttemptSucceeds() {
        observeRounds(1, 1, 1);

        assertThat(bandit.probability(0)).isCloseTo(0.97 * 0.6 + 0.01, within(1e-9));
        assertThat(bandit.probability(2)).isCloseTo(0.97 * 0.1 + 0.01, within(1e-9));
    }

    @Test
    void keepsPriorWhenEveryAttemptFailsAlike() {
        observeRounds(0, 0, 0);

        assertThat(bandit.probability(0)).isCloseTo(0.97 * 0.6 + 0.01, within(1e-9));
    }

    @Test
    void shiftsWeightFromFailingToSucceedingArms() {
        observeRounds(0, 1, 1);

        assertThat(bandit.probability(0)).isLessThan(0.2);
        assertThat(bandit.probability(1)).isGreaterThan(0.5);
    }

    @Test
    void keepsExplorationFloorForEveryArm() {
        for (int day = 0; day < 30; day++) {
            observeRounds(0, 1, 1);
        }

        assertThat(bandit.probability(0)).isGreaterThanOrEqualTo(0.01);
    }

    @Test
    void returnsToPriorWithoutNewEvidence() {
        observeRounds(0, 1, 1);
        double shortlyAfter = bandit.probability(0);
        for (int thought = 0; thought < 12; thought++) {
            bandit.updateWeights();
        }

        assertThat(bandit.probability(0)).isGreaterThan(shortlyAfter).isCloseTo(0.59, within(0.05));
    }

    @Test
    void observationsTakeEffectOnlyAtTheNextUpdate() {
        bandit.observe(0, 0);

        assertThat(bandit.probability(0)).isCloseTo(0.97 * 0.6 + 0.01, within(1e-9));
    }

    @Test
    void choosesArmsByTheirProbabilities() {
        int[] chosen = new int[3];
        for (int i = 0; i < 1_000; i++) {
            chosen[bandit.choose((i + 0.5) / 1_000)]++;
        }

        assertThat(chosen[0]).isCloseTo(592, within(1));
        assertThat(chosen[1]).isCloseTo(301, within(1));
    }

    @Test
    void ringsDoNotShareObservations() {
        var other = new RingStrategy(RingSpecialty.ACCOUNT_THEFT);
        double before = other.probability(Dimension.AMOUNT, AmountChoice.FULL_BALANCE);
        RingStrategy stopped = strategyAfterFailures(RingSpecialty.ACCOUNT_THEFT, FraudTypology.ACCOUNT_TAKEOVER);
        other.updateWeights();

        assertThat(stopped.probability(Dimension.AMOUNT, AmountChoice.FULL_BALANCE))
                .isLessThan(before / 2);
        assertThat(other.probability(Dimension.AMOUNT, AmountChoice.FULL_BALANCE))
                .isEqualTo(before);
    }

    @Test
    void takeoverUpdatesEveryDimension() {
        assertThat(updatedDimensions(RingSpecialty.ACCOUNT_THEFT, FraudTypology.ACCOUNT_TAKEOVER))
                .isEqualTo(EnumSet.allOf(Dimension.class));
    }

    @Test
    void socialEngineeringLeavesDeviceDimension() {
        assertThat(updatedDimensions(RingSpecialty.ACCOUNT_THEFT, FraudTypology.SOCIAL_ENGINEERING))
                .isEqualTo(EnumSet.of(Dimension.AMOUNT, Dimension.DWELL_TIME, Dimension.ADDRESS, Dimension.TIMING));
    }

    @Test
    void controlBypassLeavesDwellTimeAndAddressDimensions() {
        assertThat(updatedDimensions(RingSpecialty.CONTROL_BYPASS, FraudTypology.CONTROL_BYPASS))
                .isEqualTo(EnumSet.of(Dimension.AMOUNT, Dimension.DEVICE, Dimension.TIMING));
    }

    @ParameterizedTest
    @EnumSource(names = {"WASH_TRADING", "SPOOFING", "PUMP_AND_DUMP"})
    void marketAbuseUpdatesDeviceAndTimingDimensions(FraudTypology abuse) {
        assertThat(updatedDimensions(RingSpecialty.MARKET_ABUSE, abuse))
                .isEqualTo(EnumSet.of(Dimension.DEVICE, Dimension.TIMING));
    }

    /** The choices that a ring of this line makes otherwise once one way was stopped and another came through. */
    private static Set<Dimension> updatedDimensions(RingSpecialty line, FraudTypology craft) {
        var before = new RingStrategy(line);
        RingStrategy after = strategyAfterFailures(line, craft);
        Set<Dimension> taught = EnumSet.noneOf(Dimension.class);
        FIRST.forEach((choice, what) -> {
            if (after.probability(choice, what) != before.probability(choice, what)) {
                taught.add(choice);
            }
        });
        return taught;
    }

    /** Ten times stopped, and ten times not with everything done otherwise. */
    private static RingStrategy strategyAfterFailures(RingSpecialty line, FraudTypology craft) {
        var habits = new RingStrategy(line);
        for (int i = 0; i < 10; i++) {
            habits.observe(
                    new Tactic(
                            craft,
                            AmountChoice.FULL_BALANCE,
                            DwellTime.MINUTES,
                            DeviceChoice.RING,
                            AddressChoice.RING,
                            TimingChoice.ANY),
                    0);
            habits.observe(
                    new Tactic(
                            craft,
                            AmountChoice.PARTIAL,
                            DwellTime.HOURS,
                            DeviceChoice.PROXY,
                            AddressChoice.FRESH,
                            TimingChoice.VOLATILITY_SPIKE),
                    1);
        }
        habits.updateWeights();
        return habits;
    }

    private void observeRounds(double... shares) {
        for (int i = 0; i < 5; i++) {
            for (int arm = 0; arm < shares.length; arm++) {
                bandit.observe(arm, shares[arm]);
            }
        }
        bandit.updateWeights();
    }
}
