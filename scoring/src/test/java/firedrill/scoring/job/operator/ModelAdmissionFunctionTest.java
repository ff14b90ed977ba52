package firedrill.scoring.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.job.JobFixtures;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelOrder.Promote;
import firedrill.scoring.registry.ModelOrder.Retire;
import java.util.SplittableRandom;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** How models get into the registry; what does not get in: {@link ModelAdmissionRefusalTest}. */
class ModelAdmissionFunctionTest {

    private static final ModelAnnouncement SHIPPED = JobFixtures.shipped();
    private static final ModelAnnouncement MILDER = JobFixtures.milder();

    @Test
    void aValidModelIsForwardedWithARequestToAdmitIt() throws Exception {
        try (var registrar = ModelAdmissionHarness.open()) {
            registrar.announce(ModelAnnouncementCodec.encode(SHIPPED));
            registrar.announce(ModelAnnouncementCodec.encode(MILDER));
            assertThat(registrar.admittedModels()).containsExactly(SHIPPED.modelHash(), MILDER.modelHash());
            assertThat(registrar.commands())
                    .containsExactly(admission(SHIPPED, "ada", "for a test"), admission(MILDER, "ada", "for a test"));
            assertThat(registrar.refusals()).isEmpty();
        }
    }

    @Test
    void theSeedModelIsTheFirstVersionWhateverIsAnnouncedFirst() throws Exception {
        try (var registrar = ModelAdmissionHarness.open()) {
            registrar.announce(ModelAnnouncementCodec.encode(MILDER));
            assertThat(registrar.admittedModels()).containsExactly(SHIPPED.modelHash(), MILDER.modelHash());
            assertThat(registrar.commands())
                    .containsExactly(
                            admission(SHIPPED, "registry", "the scorer was started with it"),
                            admission(MILDER, "ada", "for a test"));
            assertThat(registrar.announcedModels()).containsExactly(SHIPPED.modelHash());
        }
    }

    @Test
    void aModelThatIsAnnouncedAgainIsNotPassedOnAgain() throws Exception {
        try (var registrar = ModelAdmissionHarness.open()) {
            registrar.announce(ModelAnnouncementCodec.encode(SHIPPED));
            registrar.announce(ModelAnnouncementCodec.encode(SHIPPED));
            assertThat(registrar.admittedModels()).hasSize(1);
            assertThat(registrar.commands()).hasSize(1);
        }
    }

    @Test
    void aRejectedOrderIsReportedWithItsReason() throws Exception {
        try (var registrar = ModelAdmissionHarness.open()) {
            registrar.order(1, new Admit(SHIPPED.modelHash(), "shipped"));
            registrar.order(2, new Promote("0123456789ab"));
            assertThat(registrar.refusals())
                    .containsExactly(new Refusal(
                            20, "promote 0123456789ab", "ada", "no version 0123456789ab is in the registry"));
        }
    }

    @Test
    void aRetiredModelDoesNotComeBack() throws Exception {
        try (var registrar = ModelAdmissionHarness.open()) {
            registrar.order(1, new Admit(SHIPPED.modelHash(), "shipped"));
            registrar.order(2, new Admit(MILDER.modelHash(), "milder"));
            registrar.order(3, new Retire(MILDER.modelHash()));
            registrar.announce(ModelAnnouncementCodec.encode(MILDER));
            assertThat(registrar.admittedModels()).isEmpty();
            assertThat(registrar.commands()).isEmpty();
        }
    }

    @Test
    void aRestartForgetsNothing() throws Exception {
        OperatorSubtaskState saved;
        try (var registrar = ModelAdmissionHarness.open()) {
            registrar.announce(ModelAnnouncementCodec.encode(SHIPPED));
            registrar.order(1, new Admit(SHIPPED.modelHash(), SHIPPED.name()));
            saved = registrar.snapshot();
        }
        try (var registrar = ModelAdmissionHarness.restore(saved)) {
            registrar.announce(ModelAnnouncementCodec.encode(SHIPPED));
            registrar.announce(CorruptAnnouncements.copy(SHIPPED, 1, new SplittableRandom(3)));
            assertThat(registrar.admittedModels()).isEmpty();
            assertThat(registrar.commands()).isEmpty();
            assertThat(registrar.announcedModels()).containsExactly(SHIPPED.modelHash());
        }
    }

    @Test
    void aTombstoneOfAVersionIsIgnored() throws Exception {
        try (var registrar = ModelAdmissionHarness.open()) {
            registrar.announce(null);
            assertThat(registrar.refusals()).isEmpty();
        }
    }

    private static ModelCommand admission(ModelAnnouncement model, String by, String why) {
        return new ModelCommand(
                0, 5, by, why, "registry/" + model.modelHash() + "/0", new Admit(model.modelHash(), model.name()));
    }
}
