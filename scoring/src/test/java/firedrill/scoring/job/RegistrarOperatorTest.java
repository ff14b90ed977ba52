package firedrill.scoring.job;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ModelOrder.Admit;
import firedrill.scoring.decision.ModelOrder.Promote;
import firedrill.scoring.decision.ModelOrder.Retire;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.model.ModelAnnouncement;
import java.util.SplittableRandom;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** How models get into the registry; what does not get in: {@link RegistrarRefusalTest}. */
class RegistrarOperatorTest {

    private static final ModelAnnouncement SHIPPED = Given.shipped();
    private static final ModelAnnouncement MILDER = Given.milder();

    @Test
    void aModelThatHoldsIsPassedOnAndAskedToBeAdmitted() throws Exception {
        try (var registrar = RegistrarRun.begun()) {
            registrar.announce(SHIPPED.toBytes());
            registrar.announce(MILDER.toBytes());
            assertThat(registrar.passed()).containsExactly(SHIPPED.model(), MILDER.model());
            assertThat(registrar.commands())
                    .containsExactly(admission(SHIPPED, "ada", "for a test"), admission(MILDER, "ada", "for a test"));
            assertThat(registrar.refusals()).isEmpty();
        }
    }

    @Test
    void whatTheScorerWasStartedWithIsVersionOneWhateverIsAnnouncedFirst() throws Exception {
        try (var registrar = RegistrarRun.begun()) {
            registrar.announce(MILDER.toBytes());
            assertThat(registrar.passed()).containsExactly(SHIPPED.model(), MILDER.model());
            assertThat(registrar.commands())
                    .containsExactly(
                            admission(SHIPPED, "registry", "the scorer was started with it"),
                            admission(MILDER, "ada", "for a test"));
            assertThat(registrar.announced()).containsExactly(SHIPPED.model());
        }
    }

    @Test
    void aModelThatIsAnnouncedAgainIsNotPassedOnAgain() throws Exception {
        try (var registrar = RegistrarRun.begun()) {
            registrar.announce(SHIPPED.toBytes());
            registrar.announce(SHIPPED.toBytes());
            assertThat(registrar.passed()).hasSize(1);
            assertThat(registrar.commands()).hasSize(1);
        }
    }

    @Test
    void anOrderThatMakesNoSenseIsToldWithTheReason() throws Exception {
        try (var registrar = RegistrarRun.begun()) {
            registrar.hear(1, new Admit(SHIPPED.model(), "shipped"));
            registrar.hear(2, new Promote("0123456789ab"));
            assertThat(registrar.refusals())
                    .containsExactly(new Refusal(
                            20, "promote 0123456789ab", "ada", "no version 0123456789ab is in the registry"));
        }
    }

    @Test
    void aRetiredModelDoesNotComeBack() throws Exception {
        try (var registrar = RegistrarRun.begun()) {
            registrar.hear(1, new Admit(SHIPPED.model(), "shipped"));
            registrar.hear(2, new Admit(MILDER.model(), "milder"));
            registrar.hear(3, new Retire(MILDER.model()));
            registrar.announce(MILDER.toBytes());
            assertThat(registrar.passed()).isEmpty();
            assertThat(registrar.commands()).isEmpty();
        }
    }

    @Test
    void aRestartForgetsNothing() throws Exception {
        OperatorSubtaskState saved;
        try (var registrar = RegistrarRun.begun()) {
            registrar.announce(SHIPPED.toBytes());
            registrar.hear(1, new Admit(SHIPPED.model(), SHIPPED.name()));
            saved = registrar.saved();
        }
        try (var registrar = RegistrarRun.restored(saved)) {
            registrar.announce(SHIPPED.toBytes());
            registrar.announce(Damaged.copy(SHIPPED, 1, new SplittableRandom(3)));
            assertThat(registrar.passed()).isEmpty();
            assertThat(registrar.commands()).isEmpty();
            assertThat(registrar.announced()).containsExactly(SHIPPED.model());
        }
    }

    @Test
    void aVersionDeletedFromTheTopicDisturbsNobody() throws Exception {
        try (var registrar = RegistrarRun.begun()) {
            registrar.announce(null);
            assertThat(registrar.refusals()).isEmpty();
        }
    }

    private static ModelCommand admission(ModelAnnouncement model, String by, String why) {
        return new ModelCommand(
                0, 5, by, why, "registry/" + model.model() + "/0", new Admit(model.model(), model.name()));
    }
}
