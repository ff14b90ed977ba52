package firedrill.scoring.drift;

import static firedrill.scoring.drift.ModeStateMachine.NOT_RECOVERING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModeStateMachineTest {

    private static final ModeStateMachine TRIPPED = new ModeStateMachine(Mode.RULES, NOT_RECOVERING);

    @Test
    void theFirstReadingAboveItsCriticalValueTrips() {
        assertThat(ModeStateMachine.START.next(reading(0, 0.26, 0.25), DriftSettings.DEFAULT))
                .isEqualTo(TRIPPED);
    }

    @Test
    void aReadingBelowItsCriticalValueDoesNotTrip() {
        assertThat(ModeStateMachine.START.next(reading(0, 0.30, 0.34), DriftSettings.DEFAULT))
                .isEqualTo(ModeStateMachine.START);
    }

    @Test
    void theModelReturnsAfterFifteenCalmMinutes() {
        ModeStateMachine machine = TRIPPED;
        for (int minute = 0; minute < 15; minute++) {
            machine = machine.next(reading(minute, 0.05, 0.25), DriftSettings.DEFAULT);
            assertThat(machine).isEqualTo(new ModeStateMachine(Mode.RULES, 0));
        }
        assertThat(machine.next(reading(15, 0.05, 0.25), DriftSettings.DEFAULT)).isEqualTo(ModeStateMachine.START);
    }

    @Test
    void aReadingBetweenCalmAndCriticalStartsTheDwellAgain() {
        ModeStateMachine calm = TRIPPED.next(reading(0, 0.05, 0.25), DriftSettings.DEFAULT)
                .next(reading(14, 0.05, 0.25), DriftSettings.DEFAULT);
        assertThat(calm.next(reading(15, 0.11, 0.25), DriftSettings.DEFAULT)).isEqualTo(TRIPPED);
        assertThat(calm.next(reading(15, 0.11, 0.25), DriftSettings.DEFAULT)
                        .next(reading(16, 0.05, 0.25), DriftSettings.DEFAULT))
                .isEqualTo(new ModeStateMachine(Mode.RULES, 960_000));
    }

    @Test
    void aReadingFromThePastDoesNotBringTheModelBack() {
        ModeStateMachine calm = TRIPPED.next(reading(100, 0.05, 0.25), DriftSettings.DEFAULT);
        assertThat(calm.next(reading(3, 0.05, 0.25), DriftSettings.DEFAULT)).isEqualTo(calm);
    }

    @Test
    void inASwingTheRulesGiveBackAfterFifteenMinutes() {
        ModeStateMachine machine = TRIPPED.nextInSwing(60_000, DriftSettings.DEFAULT);
        assertThat(machine).isEqualTo(new ModeStateMachine(Mode.RULES, 60_000));
        assertThat(machine.nextInSwing(959_999, DriftSettings.DEFAULT)).isEqualTo(machine);
        assertThat(machine.nextInSwing(960_000, DriftSettings.DEFAULT)).isEqualTo(ModeStateMachine.START);
    }

    @Test
    void aSwingNeverTakesTheDecisionsFromTheModel() {
        assertThat(ModeStateMachine.START.nextInSwing(60_000, DriftSettings.DEFAULT))
                .isEqualTo(ModeStateMachine.START);
    }

    private static DriftReading reading(int minute, double psi, double critical) {
        return new DriftReading(minute * 60_000L, psi, critical, 500, 20_000);
    }
}
