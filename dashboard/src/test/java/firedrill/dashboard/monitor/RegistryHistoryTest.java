package firedrill.dashboard.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import firedrill.dashboard.monitor.RegistryHistory.RegistryOrder;
import firedrill.dashboard.monitor.VersionRow.VersionStatus;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.scoring.decision.ArtifactVersions;
import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Signal.Quarantine;
import firedrill.scoring.decision.StageTimings;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelArtifact;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.registry.ModelOrder;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelOrder.Promote;
import firedrill.scoring.registry.ModelOrder.Retire;
import firedrill.scoring.registry.ModelOrder.RollBack;
import firedrill.scoring.registry.ModelOrder.Shadow;
import firedrill.scoring.registry.ModelOrder.Stage;
import firedrill.scoring.registry.ModelRole;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegistryHistoryTest {

    private final RegistryHistory book = new RegistryHistory();
    private long version;

    @Test
    void aQuarantineStandsBesideTheVersionUntilItsRelease() {
        order("registry", new Admit("a", "first"));
        book.recordQuarantine(new Quarantine(5, "a", "its load was not finished"));
        book.recordQuarantine(new Quarantine(5, "b", "its load was not finished"));
        assertThat(VersionRow.of(book)).extracting(VersionRow::quarantine).containsExactly("its load was not finished");
        assertThat(book.quarantines())
                .as("also of versions that were never admitted")
                .containsOnlyKeys("a", "b");
        book.recordQuarantine(Quarantine.released(6, "a"));
        assertThat(VersionRow.of(book)).extracting(VersionRow::quarantine).containsOnlyNulls();
        assertThat(book.quarantines()).containsOnlyKeys("b");
    }

    @Test
    void theHistoryKeepsEveryOrderWithItsActorAndResult() {
        order("ana", new Admit("a", "first"));
        order("ben", new Promote("x"));
        book.apply(new AutomaticMode(++version, 3, "monitor", "it drifts", Mode.RULES), 99);
        assertThat(book.orders())
                .containsExactly(
                        new RegistryOrder("registry/a/1", 1, 100, 7, "ana", "admit a", "because 1", null, "a"),
                        new RegistryOrder(
                                "id-2",
                                2,
                                200,
                                7,
                                "ben",
                                "promote x",
                                "because 2",
                                "no version x is in the registry",
                                "a"));
        assertThat(book.order("id-2")).contains(book.orders().get(1));
        assertThat(book.control().mode()).isEqualTo(Mode.RULES);
    }

    @Test
    void aRecordThatIsReadAgainIsNotWrittenAgain() {
        order("ana", new Admit("a", "first"));
        version--;
        order("ana", new Admit("a", "first"));
        assertThat(book.orders()).hasSize(1);
    }

    @Test
    void everyVersionHasItsRoleAndTheActorWhoAssignedIt() {
        order("ana", new Admit("a", "first"));
        order("ana", new Admit("b", "second"));
        order("ana", new Admit("c", "third"));
        order("ana", new Admit("d", "fourth"));
        order("ana", new Admit("e", "fifth"));
        order("ben", new Promote("b"));
        order("cleo", new Stage("c", 0.25));
        order("dan", new Shadow("d"));
        order("eve", new Shadow("c"));
        order("fay", new Retire("e"));
        assertThat(VersionRow.of(book))
                .extracting(row -> row.model() + " " + row.status() + " " + row.share() + " " + row.shadowing() + " "
                        + row.assignedBy())
                .containsExactly(
                        "a REGISTERED null false ana",
                        "b CHAMPION null false ben",
                        "c STAGED 0.25 true cleo",
                        "d SHADOW null true dan",
                        "e RETIRED null false ana");
        assertThat(VersionRow.of(book).get(2).status()).isEqualTo(VersionStatus.STAGED);
    }

    @Test
    void provenanceReportsTheRegistryAtTheTimeOfTheDecision() {
        order("ana", new Admit("a", "first"));
        order("ana", new Admit("b", "second"));
        order("ben", new Promote("b"));
        order("cleo", new RollBack());
        order("dan", new Promote("b"));

        DecisionProvenance then = book.provenance(decision(3, "b", ModelRole.CHAMPION));
        assertThat(then.assignedBy()).isEqualTo("ben");
        assertThat(then.assignedByCommand()).isEqualTo(3);
        assertThat(then.assignedAtMillis()).isEqualTo(300);
        assertThat(book.provenance(decision(4, "a", ModelRole.CHAMPION)).assignedBy())
                .isEqualTo("cleo");
        assertThat(book.provenance(decision(5, "a", ModelRole.CHAMPION)).assignedBy())
                .as("b was not loaded yet")
                .isEqualTo("cleo");
    }

    @Test
    void theAssignmentOfAStagedModelNamesItsActor() {
        order("ana", new Admit("a", "first"));
        order("ana", new Admit("b", "second"));
        order("cleo", new Stage("b", 0.1));
        order("dan", new Promote("b"));
        assertThat(book.provenance(decision(3, "b", ModelRole.STAGED)).assignedBy())
                .isEqualTo("cleo");
    }

    @Test
    void theSeedModelHasNoActor() {
        DecisionProvenance which = book.provenance(decision(0, "a", ModelRole.CHAMPION));
        assertThat(which.assignedBy()).isNull();
        assertThat(which.name()).isNull();
        assertThat(which.model()).isEqualTo("a");
    }

    @Test
    void anAnnouncedVersionIsIdentifiedByItsHash() throws Exception {
        ModelAnnouncement shipped = ModelAnnouncement.of(ModelFile.readBundled(), 5, "ana", "a test");
        book.recordAnnouncement(shipped, 77);
        order("registry", new Admit(shipped.modelHash(), shipped.name()));
        VersionRow row = VersionRow.of(book).get(0);
        assertThat(row.announcedBy()).isEqualTo("ana");
        assertThat(row.announcedWallMillis()).isEqualTo(77);
        assertThat(row.sha256()).isEqualTo(shipped.sha256());
        assertThat(book.provenance(decision(1, shipped.modelHash(), ModelRole.CHAMPION))
                        .name())
                .isEqualTo(shipped.name());
    }

    @Test
    void onlyAChangeOfTheChampionCounts() {
        order("ana", new Admit("a", "first"));
        order("ana", new Admit("b", "second"));
        assertThat(book.championChanges()).isZero();
        order("ana", new Stage("b", 0.5));
        order("ana", new Promote("b"));
        order("ana", new Promote("b"));
        order("ana", new RollBack());
        assertThat(book.championChanges()).isEqualTo(2);
    }

    private void order(String by, ModelOrder order) {
        version++;
        String id = "id-" + version;
        if (order instanceof Admit admit) {
            announce(admit.model(), admit.name());
            id = admit.orderId(version);
        }
        book.apply(new ModelCommand(version, 100 * version, by, "because " + version, id, order), 7);
    }

    private void announce(String model, String name) {
        book.recordAnnouncement(
                new ModelAnnouncement(
                        model, name, 5, "ana", "a test", "", "", 1, ModelArtifact.of(new byte[1], new byte[1])),
                3);
    }

    private static Decision decision(long controlVersion, String model, ModelRole role) {
        return new Decision(
                Answer.of(9, Action.ALLOW),
                4,
                1_000,
                0.5,
                DecidedBy.MODEL,
                Mode.MODEL,
                controlVersion,
                List.of(),
                List.of(),
                new ArtifactVersions(model, "f", "r", "p", role),
                FeatureVector.of(new double[] {1}),
                StageTimings.NONE);
    }

    @Test
    void anAdmissionThatNobodyAnnouncedMakesNoChampion() {
        order("ana", new Admit("a", "first"));
        forge(2, "registry/ghost/9", new Admit("ghost", "ghost"));
        forge(3, "id-3", new Promote("ghost"));
        assertThat(VersionRow.of(book))
                .extracting(VersionRow::model, VersionRow::status)
                .containsExactly(tuple("a", VersionStatus.CHAMPION));
        assertThat(book.orders())
                .extracting(RegistryOrder::refusalReason)
                .containsExactly(null, "nobody announced ghost", "no version ghost is in the registry");
        assertThat(book.championChanges()).isZero();
    }

    @Test
    void anAnnouncementThatIsReadAfterItsAdmissionMakesTheAdmissionCount() {
        order("ana", new Admit("a", "first"));
        forge(2, "registry/b/9", new Admit("b", "second"));
        forge(3, "id-3", new Promote("b"));
        announce("b", "second");
        assertThat(VersionRow.of(book))
                .extracting(VersionRow::model, VersionRow::status)
                .containsExactly(tuple("a", VersionStatus.REGISTERED), tuple("b", VersionStatus.CHAMPION));
        assertThat(book.orders()).extracting(RegistryOrder::refusalReason).containsExactly(null, null, null);
        assertThat(book.provenance(decision(3, "b", ModelRole.CHAMPION)).assignedByCommand())
                .isEqualTo(3);
    }

    private void forge(long number, String id, ModelOrder order) {
        version = number;
        book.apply(new ModelCommand(number, 100, "mallory", "forged", id, order), 7);
    }

    @Test
    void anUnannouncedVersionIsUnknown() {
        assertThat(book.announcement("x")).isEqualTo(Optional.empty());
    }
}
