package firedrill.scoring.drift;

import static firedrill.scoring.drift.ModeMachine.NOT_CALM;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.decision.Mode;
import firedrill.scoring.decision.Signal.DriftReading;
import org.junit.jupiter.api.Test;

class ModeMachineTest {

    private static final ModeMachine TRIPPED = new ModeMachine(Mode.RULES, NOT_CALM);

    @Test
    void aLargeAndSignificantIndexTripsAtOnce() {
        assertThat(ModeMachine.START.after(reading(0, 0.25, 0.10))).isEqualTo(TRIPPED);
    }

    @Test
    void aSmallIndexDoesNotTripHoweverSignificant() {
        assertThat(ModeMachine.START.after(reading(0, 0.24, 0.01))).isEqualTo(ModeMachine.START);
    }

    @Test
    void aLargeIndexOfASmallSampleDoesNotTrip() {
        assertThat(ModeMachine.START.after(reading(0, 0.30, 0.34))).isEqualTo(ModeMachine.START);
    }

    @Test
    void theModelReturnsAfterFifteenCalmMinutes() {
        ModeMachine machine = TRIPPED;
        for (int minute = 0; minute < 15; minute++) {
            machine = machine.after(reading(minute, 0.05, 0.03));
            assertThat(machine).isEqualTo(new ModeMachine(Mode.RULES, 0));
        }
        assertThat(machine.after(reading(15, 0.05, 0.03))).isEqualTo(ModeMachine.START);
    }

    @Test
    void aReadingThatIsNotSignificantIsCalm() {
        assertThat(TRIPPED.after(reading(7, 0.30, 0.34))).isEqualTo(new ModeMachine(Mode.RULES, 420_000));
    }

    @Test
    void oneReadingBetweenTheBandsStartsTheDwellAgain() {
        ModeMachine calm = TRIPPED.after(reading(0, 0.05, 0.03)).after(reading(14, 0.05, 0.03));
        assertThat(calm.after(reading(15, 0.10, 0.03))).isEqualTo(TRIPPED);
        assertThat(calm.after(reading(15, 0.10, 0.03)).after(reading(16, 0.05, 0.03)))
                .isEqualTo(new ModeMachine(Mode.RULES, 960_000));
    }

    @Test
    void aReadingFromThePastDoesNotBringTheModelBack() {
        ModeMachine calm = TRIPPED.after(reading(100, 0.05, 0.03));
        assertThat(calm.after(reading(3, 0.05, 0.03))).isEqualTo(calm);
    }

    private static DriftReading reading(int minute, double psi, double critical) {
        return new DriftReading(minute * 60_000L, psi, critical, 500, 20_000);
    }
}
