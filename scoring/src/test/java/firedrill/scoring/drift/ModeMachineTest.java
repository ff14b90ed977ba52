package firedrill.scoring.drift;

import static firedrill.scoring.drift.ModeMachine.NOT_CALM;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.decision.Mode;
import firedrill.scoring.decision.Signal.DriftReading;
import org.junit.jupiter.api.Test;

class ModeMachineTest {

    private static final ModeMachine TRIPPED = new ModeMachine(Mode.RULES, NOT_CALM);

    @Test
    void theFirstReadingAboveItsCriticalValueTrips() {
        assertThat(ModeMachine.START.after(reading(0, 0.26, 0.25))).isEqualTo(TRIPPED);
    }

    @Test
    void aReadingBelowItsCriticalValueDoesNotTrip() {
        assertThat(ModeMachine.START.after(reading(0, 0.30, 0.34))).isEqualTo(ModeMachine.START);
    }

    @Test
    void theModelReturnsAfterFifteenCalmMinutes() {
        ModeMachine machine = TRIPPED;
        for (int minute = 0; minute < 15; minute++) {
            machine = machine.after(reading(minute, 0.05, 0.25));
            assertThat(machine).isEqualTo(new ModeMachine(Mode.RULES, 0));
        }
        assertThat(machine.after(reading(15, 0.05, 0.25))).isEqualTo(ModeMachine.START);
    }

    @Test
    void aReadingBetweenCalmAndCriticalStartsTheDwellAgain() {
        ModeMachine calm = TRIPPED.after(reading(0, 0.05, 0.25)).after(reading(14, 0.05, 0.25));
        assertThat(calm.after(reading(15, 0.11, 0.25))).isEqualTo(TRIPPED);
        assertThat(calm.after(reading(15, 0.11, 0.25)).after(reading(16, 0.05, 0.25)))
                .isEqualTo(new ModeMachine(Mode.RULES, 960_000));
    }

    @Test
    void aReadingFromThePastDoesNotBringTheModelBack() {
        ModeMachine calm = TRIPPED.after(reading(100, 0.05, 0.25));
        assertThat(calm.after(reading(3, 0.05, 0.25))).isEqualTo(calm);
    }

    private static DriftReading reading(int minute, double psi, double critical) {
        return new DriftReading(minute * 60_000L, psi, critical, 500, 20_000);
    }
}
