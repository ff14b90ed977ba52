package firedrill.ingest.fraud.ring;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.FraudTypology;
import firedrill.ingest.fraud.parameters.FraudParameters;
import firedrill.ingest.fraud.ring.Tactic.AddressChoice;
import firedrill.ingest.fraud.ring.Tactic.AmountChoice;
import firedrill.ingest.fraud.ring.Tactic.DeviceChoice;
import firedrill.ingest.fraud.ring.Tactic.Dimension;
import firedrill.ingest.fraud.ring.Tactic.DwellTime;
import firedrill.ingest.fraud.ring.Tactic.TimingChoice;
import firedrill.ingest.parameters.ParameterSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Only the dimensions that the outcome of a typology depends on learn from it. */
class RingStrategyTest {

    private static final FraudParameters PARAMETERS =
            ParameterSet.load(List.of("fraud")).bind("fraud", FraudParameters.class);
    private static final Map<Dimension, Enum<?>> FAILING_CHOICES = Map.of(
            Dimension.AMOUNT, AmountChoice.FULL_BALANCE,
            Dimension.DWELL_TIME, DwellTime.MINUTES,
            Dimension.DEVICE, DeviceChoice.RING,
            Dimension.ADDRESS, AddressChoice.RING,
            Dimension.TIMING, TimingChoice.ANY);

    @Test
    void ringsDoNotShareObservations() {
        RingStrategy other = strategy(RingSpecialty.ACCOUNT_THEFT);
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
    void socialEngineeringLeavesDeviceAndAmountDimensions() {
        assertThat(updatedDimensions(RingSpecialty.ACCOUNT_THEFT, FraudTypology.SOCIAL_ENGINEERING))
                .isEqualTo(EnumSet.of(Dimension.DWELL_TIME, Dimension.ADDRESS, Dimension.TIMING));
    }

    @Test
    void controlBypassLeavesDwellTimeAndAddressDimensions() {
        assertThat(updatedDimensions(RingSpecialty.CONTROL_BYPASS, FraudTypology.CONTROL_BYPASS))
                .isEqualTo(EnumSet.of(Dimension.AMOUNT, Dimension.DEVICE, Dimension.TIMING));
    }

    @ParameterizedTest
    @EnumSource(names = {"WASH_TRADING", "SPOOFING", "PUMP_AND_DUMP"})
    void marketAbuseUpdatesDeviceAndTimingDimensions(FraudTypology typology) {
        assertThat(updatedDimensions(RingSpecialty.MARKET_ABUSE, typology))
                .isEqualTo(EnumSet.of(Dimension.DEVICE, Dimension.TIMING));
    }

    private static RingStrategy strategy(RingSpecialty specialty) {
        return new RingStrategy(specialty, PARAMETERS);
    }

    private static Set<Dimension> updatedDimensions(RingSpecialty specialty, FraudTypology typology) {
        RingStrategy before = strategy(specialty);
        RingStrategy after = strategyAfterFailures(specialty, typology);
        Set<Dimension> updated = EnumSet.noneOf(Dimension.class);
        FAILING_CHOICES.forEach((dimension, choice) -> {
            if (after.probability(dimension, choice) != before.probability(dimension, choice)) {
                updated.add(dimension);
            }
        });
        return updated;
    }

    /** A strategy after ten failures of one tactic and ten successes of a tactic that differs in every dimension. */
    private static RingStrategy strategyAfterFailures(RingSpecialty specialty, FraudTypology typology) {
        RingStrategy strategy = strategy(specialty);
        for (int i = 0; i < 10; i++) {
            strategy.observe(
                    new Tactic(
                            typology,
                            AmountChoice.FULL_BALANCE,
                            DwellTime.MINUTES,
                            DeviceChoice.RING,
                            AddressChoice.RING,
                            TimingChoice.ANY),
                    0);
            strategy.observe(
                    new Tactic(
                            typology,
                            AmountChoice.PARTIAL,
                            DwellTime.HOURS,
                            DeviceChoice.PROXY,
                            AddressChoice.FRESH,
                            TimingChoice.VOLATILITY_SPIKE),
                    1);
        }
        strategy.updateWeights();
        return strategy;
    }
}
