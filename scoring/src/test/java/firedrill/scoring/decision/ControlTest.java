package firedrill.scoring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControlTest {

    private static final ControlCommand DRIFTED = new AutomaticMode(1, 0, "monitor", "psi 0.31", Mode.RULES);
    private static final ControlCommand PINNED =
            new OperatorMode(2, 0, "ana", "market, not fraud", Optional.of(Mode.MODEL));

    @Test
    void theModelDecidesUntilTheMonitorSaysOtherwise() {
        assertThat(Control.START.mode()).isEqualTo(Mode.MODEL);
        assertThat(Control.START.after(DRIFTED)).isEqualTo(new Control(1, Mode.RULES, Optional.empty()));
    }

    @Test
    void theOperatorOverrulesTheMonitorUntilThePinIsTakenOff() {
        Control pinned = Control.START.after(DRIFTED).after(PINNED);
        assertThat(pinned.mode()).isEqualTo(Mode.MODEL);
        assertThat(pinned.after(new OperatorMode(3, 0, "ana", "done", Optional.empty())))
                .isEqualTo(new Control(3, Mode.RULES, Optional.empty()));
    }

    @Test
    void aRepeatedOrLateCommandChangesNothing() {
        Control pinned = Control.START.after(DRIFTED).after(PINNED);
        assertThat(pinned.after(PINNED)).isEqualTo(pinned);
        assertThat(pinned.after(DRIFTED)).isEqualTo(pinned);
    }

    @Test
    void aCommandIsNumberedByItsTopic() {
        assertThat(new AutomaticMode(0, 0, "monitor", "psi 0.31", Mode.RULES).numbered(1))
                .isEqualTo(DRIFTED);
        assertThat(new OperatorMode(0, 0, "ana", "market, not fraud", Optional.of(Mode.MODEL)).numbered(2))
                .isEqualTo(PINNED);
    }
}
