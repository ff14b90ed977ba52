package firedrill.scoring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.drift.Mode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControlStateTest {

    private static final ControlCommand DRIFTED = new AutomaticMode(1, 0, "monitor", "psi 0.31", Mode.RULES);
    private static final ControlCommand PINNED =
            new OperatorMode(2, 0, "ana", "market, not fraud", Optional.of(Mode.MODEL));

    @Test
    void theModelDecidesUntilTheMonitorChangesTheMode() {
        assertThat(ControlState.START.mode()).isEqualTo(Mode.MODEL);
        assertThat(ControlState.START.apply(DRIFTED)).isEqualTo(new ControlState(1, Mode.RULES, Optional.empty()));
    }

    @Test
    void theOperatorOverrulesTheMonitorUntilThePinIsTakenOff() {
        ControlState pinned = ControlState.START.apply(DRIFTED).apply(PINNED);
        assertThat(pinned.mode()).isEqualTo(Mode.MODEL);
        assertThat(pinned.apply(new OperatorMode(3, 0, "ana", "done", Optional.empty())))
                .isEqualTo(new ControlState(3, Mode.RULES, Optional.empty()));
    }

    @Test
    void aRepeatedOrLateCommandChangesNothing() {
        ControlState pinned = ControlState.START.apply(DRIFTED).apply(PINNED);
        assertThat(pinned.apply(PINNED)).isEqualTo(pinned);
        assertThat(pinned.apply(DRIFTED)).isEqualTo(pinned);
    }

    @Test
    void aCommandIsNumberedByItsTopic() {
        assertThat(new AutomaticMode(0, 0, "monitor", "psi 0.31", Mode.RULES).withVersion(1))
                .isEqualTo(DRIFTED);
        assertThat(new OperatorMode(0, 0, "ana", "market, not fraud", Optional.of(Mode.MODEL)).withVersion(2))
                .isEqualTo(PINNED);
    }
}
