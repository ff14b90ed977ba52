package firedrill.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.job.JobFixtures;
import firedrill.scoring.registry.ModelOrder;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelOrder.Promote;
import firedrill.scoring.registry.ModelOrder.Retire;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControlLogTest {

    private final ControlLog log = new ControlLog();

    @Test
    void aPinnedModeIsAChangeOfMode() {
        CommandResult result = log.append(pin(Mode.RULES));
        assertThat(result.changesMode()).isTrue();
        assertThat(log.state().mode()).isEqualTo(Mode.RULES);
        assertThat(log.append(pin(Mode.RULES)).changesMode()).isFalse();
    }

    @Test
    void aDuplicateChangesNothingAndIsNotRefused() {
        log.append(order(new Admit("a", "")));
        CommandResult late = log.apply(order(new Promote("nothing")).withVersion(1));
        assertThat(late.isDuplicate()).isTrue();
        assertThat(late.refusal()).isEmpty();
        assertThat(late.after()).isEqualTo(late.before());
    }

    @Test
    void anAdmissionThatIsNotTheRegistrarsIsRefused() {
        log.append(order(new Admit("a", "")));
        ModelCommand forged = new ModelCommand(0, 30, "mallory", "mine", "id-2", new Admit("deadbeef0000", "ghost"));
        assertThat(log.append(forged).refusalReason()).contains("only the registrar admits versions");
        assertThat(log.append(order(new Promote("deadbeef0000"))).refusalReason())
                .contains("no version deadbeef0000 is in the registry");
        assertThat(log.state().registry().champion().orElseThrow().model()).isEqualTo("a");
    }

    @Test
    void appendedCommandsAreNumberedInTheirOrder() {
        assertThat(log.append(pin(Mode.RULES)).command().version()).isEqualTo(1);
        assertThat(log.append(pin(Mode.MODEL)).command().version()).isEqualTo(2);
    }

    @Test
    void aRejectedOrderHasAReasonAndStillTakesItsNumber() {
        CommandResult result = log.append(order(new Promote("a")));
        assertThat(result.refusal()).contains(new Refusal(30, "promote a", "ana", "no version a is in the registry"));
        assertThat(log.state().registry()).isEqualTo(result.before().registry());
        assertThat(log.state().version()).isEqualTo(1);
    }

    @Test
    void theTextOfARefusalIsOneShortLine() {
        CommandResult result = log.append(order(new Promote("x".repeat(500) + "\n")));
        assertThat(result.refusal())
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.subject()).hasSize(201).endsWith("…"));
    }

    @Test
    void aRetirementNamesItsModelOnce() {
        log.append(order(new Admit("a", "")));
        log.append(order(new Admit("b", "")));
        assertThat(log.append(order(new Retire("b"))).retiredModel()).contains("b");
        assertThat(log.append(order(new Retire("b"))).retiredModel()).isEmpty();
    }

    @Test
    void aRejectedRetirementRetiresNothing() {
        log.append(order(new Admit("a", "")));
        assertThat(log.append(order(new Retire("a"))).retiredModel())
                .as("it is the champion")
                .isEmpty();
        assertThat(log.append(order(new Retire("c"))).retiredModel())
                .as("it is not admitted")
                .isEmpty();
    }

    @Test
    void aLogContinuesAfterARestart() {
        log.append(order(new Admit("a", "")));
        ControlLog restored = new ControlLog(log.state());
        restored.append(pin(Mode.RULES));
        assertThat(restored.state().version()).isEqualTo(2);
        assertThat(restored.state().registry().isActive("a")).isTrue();
    }

    private static ControlCommand pin(Mode mode) {
        return new OperatorMode(0, 20, "ana", "a test", Optional.of(mode));
    }

    private static ControlCommand order(ModelOrder order) {
        return new ModelCommand(0, 30, "ana", "a test", JobFixtures.orderId(order, 1), order);
    }
}
