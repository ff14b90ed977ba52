package firedrill.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.job.JobFixtures;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.model.artifact.ModelRefusedException;
import firedrill.scoring.registry.ModelOrder;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelOrder.Retire;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelAdmissionTest {

    private static final ModelAnnouncement SEED = JobFixtures.shipped();
    private static final ModelAnnouncement MILDER = JobFixtures.milder();
    private static final byte[] UNREADABLE = {1, 2, 3};

    private final Recorder out = new Recorder();

    @Test
    void theSeedModelIsAdmittedBeforeTheFirstAnnouncedOne() throws Exception {
        admission(ControlState.START, List.of()).announce("record 1", encoded(MILDER), out);
        assertThat(out.orders)
                .containsExactly(
                        new Admit(SEED.modelHash(), SEED.name()), new Admit(MILDER.modelHash(), MILDER.name()));
        assertThat(out.announced).containsExactly(SEED.modelHash());
    }

    @Test
    void aRefusalBeforeAnyCommandCarriesTheTimeOfTheAnnouncement() throws Exception {
        ModelAnnouncement renamed = new ModelAnnouncement(
                "0123456789ab",
                "renamed",
                7_000,
                "eve",
                "",
                MILDER.sha256(),
                MILDER.featureSetHash(),
                MILDER.modelSizeBytes(),
                MILDER.artifact());
        admission(ControlState.START, List.of()).announce("record 1", encoded(renamed), out);
        assertThat(out.refusals).extracting(Refusal::timeMillis).containsExactly(7_000L);
    }

    @Test
    void aRefusalAfterARestartCarriesTheTimeOfTheLatestAdmission() throws Exception {
        ControlState control = ControlState.START.apply(JobFixtures.order(300, new Admit(SEED.modelHash(), "")));
        admission(control, List.of(encoded(SEED))).announce("record 1 of fraud.models", UNREADABLE, out);
        assertThat(out.refusals).hasSize(1);
        assertThat(out.refusals.get(0).timeMillis()).isEqualTo(3_000);
        assertThat(out.refusals.get(0).subject()).isEqualTo("record 1 of fraud.models");
    }

    @Test
    void aRetiredModelIsNeitherKeptNorTakenAgain() throws Exception {
        ModelAdmission admission = admission(ControlState.START, List.of());
        admission.announce("record 1", encoded(MILDER), out);
        admission.apply(JobFixtures.order(1, new Admit(SEED.modelHash(), "")), out);
        admission.apply(JobFixtures.order(2, new Admit(MILDER.modelHash(), "")), out);
        admission.apply(JobFixtures.order(3, new Retire(MILDER.modelHash())), out);
        assertThat(admission.admitted()).hasSize(1);
        admission.announce("record 2", encoded(MILDER), out);
        assertThat(out.accepted).as("each once").isEqualTo(2);
    }

    private static ModelAdmission admission(ControlState control, List<byte[]> admitted) throws ModelRefusedException {
        return new ModelAdmission(ModelFile::readBundled, () -> 0, control, admitted);
    }

    private static byte[] encoded(ModelAnnouncement announcement) {
        return ModelAnnouncementCodec.encode(announcement);
    }

    /** Keeps everything. */
    private static final class Recorder implements ModelAdmission.Output {

        private final List<ModelOrder> orders = new ArrayList<>();
        private final List<String> announced = new ArrayList<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private int accepted;

        @Override
        public void accept(byte[] announcement) {
            accepted++;
        }

        @Override
        public void command(ModelCommand command) {
            orders.add(command.order());
        }

        @Override
        public void announce(String model, byte[] announcement) {
            announced.add(model);
        }

        @Override
        public void refuse(Refusal refusal) {
            refusals.add(refusal);
        }
    }
}
