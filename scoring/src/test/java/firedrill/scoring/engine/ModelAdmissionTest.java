package firedrill.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.Signal.Quarantine;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.job.JobFixtures;
import firedrill.scoring.model.artifact.HeldModels;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.model.artifact.ModelRefusedException;
import firedrill.scoring.registry.ModelOrder;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelOrder.Retire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelAdmissionTest {

    private static final ModelAnnouncement SEED = JobFixtures.shipped();
    private static final ModelAnnouncement MILDER = JobFixtures.milder();
    private static final byte[] UNREADABLE = {1, 2, 3};

    private final Recorder out = new Recorder();

    @Test
    void theSeedModelIsAdmittedBeforeTheFirstAnnouncedOne() throws Exception {
        admission(ControlState.START, List.of()).announce("record 1", 1, encoded(MILDER), out);
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
        admission(ControlState.START, List.of()).announce("record 1", 1, encoded(renamed), out);
        assertThat(out.refusals).extracting(Refusal::timeMillis).containsExactly(7_000L);
    }

    @Test
    void aRefusalAfterARestartCarriesTheTimeOfTheLatestAdmission() throws Exception {
        ControlState control = ControlState.START.apply(JobFixtures.order(300, new Admit(SEED.modelHash(), "")));
        admission(control, List.of(encoded(SEED))).announce("record 1 of fraud.models", 1, UNREADABLE, out);
        assertThat(out.refusals).hasSize(1);
        assertThat(out.refusals.get(0).timeMillis()).isEqualTo(3_000);
        assertThat(out.refusals.get(0).subject()).isEqualTo("record 1 of fraud.models");
    }

    @Test
    void aRetiredModelIsNeitherKeptNorTakenAgain() throws Exception {
        ModelAdmission admission = admission(ControlState.START, List.of());
        admission.announce("record 1", 1, encoded(MILDER), out);
        admission.apply(JobFixtures.order(1, new Admit(SEED.modelHash(), "")), out);
        admission.apply(JobFixtures.order(2, new Admit(MILDER.modelHash(), "")), out);
        admission.apply(JobFixtures.order(3, new Retire(MILDER.modelHash())), out);
        assertThat(admission.admitted()).hasSize(1);
        admission.announce("record 2", 2, encoded(MILDER), out);
        assertThat(out.accepted).as("each once").isEqualTo(2);
    }

    @Test
    void aModelForWhichThereIsNoMemoryIsRefusedWithBothFigures() throws Exception {
        long bytes = SEED.artifact().heldBytes();
        ModelAdmission admission = new ModelAdmission(
                ModelFile::readBundled,
                () -> 0,
                LoadJournal.NONE,
                new HeldModels(bytes + bytes / 2),
                ControlState.START,
                List.of());
        admission.announce("record 1", 1, encoded(MILDER), out);
        assertThat(out.refusals).hasSize(1);
        assertThat(out.refusals.get(0).reason())
                .matches(
                        "all models together would take [\\d,]+ bytes of memory, the limit is [\\d,]+: retire one first");

        admission.apply(JobFixtures.order(1, new Admit("0123456789ab", "")), out);
        admission.apply(JobFixtures.order(2, new Admit(SEED.modelHash(), "")), out);
        admission.apply(JobFixtures.order(3, new Retire(SEED.modelHash())), out);
        admission.announce("record 2", 2, encoded(MILDER), out);
        assertThat(out.refusals).as("a retired model gives its memory back").hasSize(1);
        assertThat(out.orders).contains(new Admit(MILDER.modelHash(), MILDER.name()));
    }

    @Test
    void whenTheTopicsAreReadAgainAModelWaitsForTheRetirementThatMadeRoomForIt() throws Exception {
        long bytes = SEED.artifact().heldBytes();
        ModelAdmission admission = new ModelAdmission(
                ModelFile::readBundled,
                () -> 0,
                LoadJournal.NONE,
                new HeldModels(bytes + bytes / 2),
                ControlState.START,
                List.of());
        admission.announce("record 1", 1, encoded(MILDER), out);
        admission.apply(JobFixtures.order(1, new Admit("0123456789ab", "")), out);
        admission.apply(JobFixtures.order(2, new Admit(SEED.modelHash(), "")), out);
        admission.apply(JobFixtures.order(3, new Retire(SEED.modelHash())), out);
        assertThat(out.accepted)
                .as("only versions of the registry return by themselves")
                .isEqualTo(1);
        admission.apply(JobFixtures.order(4, new Admit(MILDER.modelHash(), "")), out);
        assertThat(out.accepted).isEqualTo(2);
    }

    @Test
    void aModelInQuarantineIsNotOpenedUntilItIsAnnouncedAgain() throws Exception {
        FakeJournal journal = new FakeJournal(MILDER.modelHash(), 5);
        ModelAdmission admission = admission(journal);
        admission.announce("record 5", 5, encoded(MILDER), out);
        assertThat(journal.begun).doesNotContain(MILDER.modelHash());
        assertThat(out.refusals)
                .extracting(Refusal::reason)
                .containsExactly("it is in quarantine: its load killed 4711");
        assertThat(out.quarantines)
                .containsExactly(new Quarantine(MILDER.timeMillis(), MILDER.modelHash(), "its load killed 4711"));

        admission.announce("record 6", 6, encoded(MILDER), out);
        assertThat(journal.begun).contains(MILDER.modelHash());
        assertThat(out.quarantines).last().isEqualTo(Quarantine.released(MILDER.timeMillis(), MILDER.modelHash()));
        assertThat(out.orders).contains(new Admit(MILDER.modelHash(), MILDER.name()));
    }

    @Test
    void anAdmittedModelThatIsReleasedGoesToTheDecidingTasksAgain() throws Exception {
        ControlState control = ControlState.START
                .apply(JobFixtures.order(1, new Admit(SEED.modelHash(), "")))
                .apply(JobFixtures.order(2, new Admit(MILDER.modelHash(), "")));
        ModelAdmission admission = new ModelAdmission(
                ModelFile::readBundled,
                () -> 0,
                new FakeJournal(MILDER.modelHash(), 5),
                HeldModels.ofThisJvm(),
                control,
                List.of(encoded(SEED), encoded(MILDER)));
        admission.announce("record 6", 6, encoded(MILDER), out);
        assertThat(out.accepted).isEqualTo(1);
        assertThat(out.orders).as("it is in the registry").isEmpty();
    }

    @Test
    void eachOpenedModelStandsInTheJournalUntilItIsOpened() throws Exception {
        FakeJournal journal = new FakeJournal("", 0);
        admission(journal).announce("record 5", 5, encoded(MILDER), out);
        assertThat(journal.begun).containsExactly(SEED.modelHash(), MILDER.modelHash());
        assertThat(journal.open).isEmpty();
    }

    private static ModelAdmission admission(LoadJournal journal) throws ModelRefusedException {
        return new ModelAdmission(
                ModelFile::readBundled, () -> 0, journal, HeldModels.ofThisJvm(), ControlState.START, List.of());
    }

    private static ModelAdmission admission(ControlState control, List<byte[]> admitted) throws ModelRefusedException {
        return new ModelAdmission(
                ModelFile::readBundled, () -> 0, LoadJournal.NONE, HeldModels.ofThisJvm(), control, admitted);
    }

    /** Keeps one model in quarantine, tried at a position. */
    private static final class FakeJournal implements LoadJournal {

        private final List<String> begun = new ArrayList<>();
        private final List<String> open = new ArrayList<>();
        private final long tried;
        private String quarantined;

        FakeJournal(String quarantined, long tried) {
            this.quarantined = quarantined;
            this.tried = tried;
        }

        @Override
        public Optional<String> quarantine(String model) {
            return model.equals(quarantined) ? Optional.of("its load killed 4711") : Optional.empty();
        }

        @Override
        public boolean release(String model, long record) {
            boolean isReleased = model.equals(quarantined) && record > tried;
            quarantined = isReleased ? "" : quarantined;
            return isReleased;
        }

        @Override
        public Attempt begin(String model, long record) {
            begun.add(model);
            open.add(model);
            return () -> open.remove(model);
        }
    }

    private static byte[] encoded(ModelAnnouncement announcement) {
        return ModelAnnouncementCodec.encode(announcement);
    }

    /** Keeps everything. */
    private static final class Recorder implements ModelAdmission.Output {

        private final List<ModelOrder> orders = new ArrayList<>();
        private final List<String> announced = new ArrayList<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private final List<Quarantine> quarantines = new ArrayList<>();
        private int accepted;

        @Override
        public void quarantine(Quarantine change) {
            quarantines.add(change);
        }

        @Override
        public void accept(long record, byte[] announcement) {
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
