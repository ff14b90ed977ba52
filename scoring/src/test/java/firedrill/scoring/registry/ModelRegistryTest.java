package firedrill.scoring.registry;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.job.JobFixtures;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelOrder.Promote;
import firedrill.scoring.registry.ModelOrder.Retire;
import firedrill.scoring.registry.ModelOrder.RollBack;
import firedrill.scoring.registry.ModelOrder.Shadow;
import firedrill.scoring.registry.ModelOrder.Stage;
import firedrill.scoring.registry.ModelOrder.Unshadow;
import firedrill.scoring.registry.ModelOrder.Unstage;
import firedrill.scoring.registry.ModelRegistry.AuditEntry;
import firedrill.scoring.registry.ModelRegistry.ModelVersion;
import firedrill.scoring.registry.ModelRegistry.RoleAssignment;
import firedrill.scoring.registry.ModelRegistry.StagedRollout;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelRegistryTest {

    private static final ControlState THREE =
            after(ControlState.START, new Admit("a", "first"), new Admit("b", "second"), new Admit("c", "third"));

    @Test
    void beforeTheFirstAdmissionThereIsNoChampion() {
        assertThat(ControlState.START.registry().champion()).isEmpty();
        assertThat(ControlState.START.registry().auditOf("a", ModelRole.CHAMPION))
                .isEmpty();
    }

    @Test
    void theFirstVersionToBeAdmittedIsChampion() {
        assertThat(after(ControlState.START, new Admit("a", "first")).registry())
                .isEqualTo(new ModelRegistry(
                        List.of(new ModelVersion("a", "first", false, deed(1))),
                        List.of(new RoleAssignment("a", deed(1))),
                        null,
                        List.of()));
    }

    @Test
    void laterVersionsOnlyStandReady() {
        assertThat(champion(THREE)).isEqualTo("a");
        assertThat(THREE.registry().versions()).extracting(ModelVersion::model).containsExactly("a", "b", "c");
    }

    @Test
    void aVersionThatIsAdmittedAgainKeepsItsPlace() {
        assertThat(after(THREE, new Admit("b", "another name")).registry()).isEqualTo(THREE.registry());
        assertThat(THREE.registry().refusal(new Admit("b", "another name"))).isEmpty();
    }

    @Test
    void aPromotedVersionDecidesAndItsActorIsRecorded() {
        ModelRegistry registry = after(THREE, new Promote("b")).registry();
        assertThat(registry.champion()).contains(new RoleAssignment("b", deed(4)));
        assertThat(registry.auditOf("b", ModelRole.CHAMPION)).contains(deed(4));
        assertThat(registry.auditOf("a", ModelRole.CHAMPION))
                .as("the one before may still decide while the new one is loaded")
                .contains(deed(1));
    }

    @Test
    void rollingBackGoesFromChampionToChampionAndStopsAtTheFirst() {
        ControlState control = after(THREE, new Promote("b"), new Promote("c"), new Promote("a"));
        control = after(control, new RollBack());
        assertThat(champion(control)).isEqualTo("c");
        control = after(control, new RollBack(), new RollBack());
        assertThat(champion(control)).isEqualTo("a");
        assertRefused(control, new RollBack(), "there is no earlier champion to roll back to");
    }

    @Test
    void aRollBackIsRecordedAsTheAssignmentOfTheOldChampion() {
        ControlState control = after(THREE, new Promote("b"), new RollBack());
        assertThat(control.registry().auditOf("a", ModelRole.CHAMPION)).contains(deed(5));
    }

    @Test
    void aStagedVersionDecidesForItsShareUntilItIsTakenBack() {
        ControlState staged = after(THREE, new Stage("b", 0.1));
        assertThat(staged.registry().stagedRollout()).contains(new StagedRollout("b", 0.1, deed(4)));
        assertThat(staged.registry().auditOf("b", ModelRole.STAGED)).contains(deed(4));
        assertThat(after(staged, new Stage("b", 0.25)).registry().stagedRollout())
                .contains(new StagedRollout("b", 0.25, deed(5)));
        assertThat(after(staged, new Unstage()).registry()).isEqualTo(THREE.registry());
    }

    @Test
    void aNewChampionIsNeitherStagedNorAShadow() {
        ModelRegistry registry = after(THREE, new Stage("b", 0.1), new Shadow("b"), new Shadow("c"), new Promote("b"))
                .registry();
        assertThat(registry.stagedRollout()).isEmpty();
        assertThat(registry.shadows()).extracting(RoleAssignment::model).containsExactly("c");
    }

    @Test
    void aShadowScoresUntilItIsEnded() {
        ControlState watched = after(THREE, new Shadow("b"), new Shadow("c"));
        assertThat(watched.registry().shadows())
                .containsExactly(new RoleAssignment("b", deed(4)), new RoleAssignment("c", deed(5)));
        assertThat(after(watched, new Unshadow("b")).registry().shadows())
                .extracting(RoleAssignment::model)
                .containsExactly("c");
    }

    @Test
    void aRetiredVersionLeavesAllItsPlacesForGood() {
        ControlState retired =
                after(THREE, new Promote("b"), new Promote("c"), new Stage("b", 1), new Shadow("b"), new Retire("b"));
        assertThat(retired.registry().stagedRollout()).isEmpty();
        assertThat(retired.registry().shadows()).isEmpty();
        assertThat(retired.registry().isActive("b")).isFalse();
        assertThat(champion(after(retired, new RollBack()))).isEqualTo("a");
        assertRefused(retired, new Promote("b"), "b is retired");
        assertRefused(retired, new Retire("b"), "b is retired");
    }

    @Test
    void rollingBackNeverLeadsToTheSameVersion() {
        ControlState retired = after(THREE, new Promote("b"), new Promote("a"), new Promote("c"), new Retire("b"));
        assertThat(retired.registry().champions())
                .extracting(RoleAssignment::model)
                .containsExactly("a", "c");
    }

    @Test
    void ordersThatMakeNoSenseAreRefusedWithTheReason() {
        assertRefused(THREE, new Promote("x"), "no version x is in the registry");
        assertRefused(THREE, new Promote("a"), "a is the champion already");
        assertRefused(THREE, new Stage("a", 0.5), "a is the champion already");
        assertRefused(THREE, new Stage("x", 0.5), "no version x is in the registry");
        assertRefused(THREE, new Unstage(), "no version is staged");
        assertRefused(THREE, new Shadow("a"), "a is the champion already");
        assertRefused(THREE, new Unshadow("b"), "b is not shadowing");
        assertRefused(THREE, new Retire("a"), "a is the champion: promote another version first");
        assertRefused(THREE, new Retire("x"), "no version x is in the registry");
        assertRefused(after(THREE, new Shadow("b")), new Shadow("b"), "b is shadowing already");
    }

    @Test
    void thereIsRoomForSoManyVersionsAndShadows() {
        ControlState full = after(
                ControlState.START,
                IntStream.range(0, ModelRegistry.MAX_VERSIONS)
                        .mapToObj(i -> new Admit("m" + i, ""))
                        .toArray(ModelOrder[]::new));
        assertRefused(full, new Admit("one", "too many"), "there are 32 versions already: retire one first");
        assertThat(after(full, new Retire("m5"), new Admit("one", "fits"))
                        .registry()
                        .isActive("one"))
                .isTrue();
        ControlState watched = after(full, new Shadow("m1"), new Shadow("m2"), new Shadow("m3"), new Shadow("m4"));
        assertRefused(watched, new Shadow("m5"), "there are 4 shadows already: end one first");
    }

    private static void assertRefused(ControlState control, ModelOrder order, String why) {
        ModelCommand command =
                new ModelCommand(control.version() + 1, 0, "ana", "", JobFixtures.orderId(order, 1), order);
        assertThat(control.refusal(command)).contains(why);
        assertThat(control.apply(command).registry()).isEqualTo(control.registry());
    }

    private static ControlState after(ControlState control, ModelOrder... orders) {
        for (ModelOrder order : orders) {
            long version = control.version() + 1;
            control = control.apply(new ModelCommand(
                    version, 100 * version, "ana", "because " + version, JobFixtures.orderId(order, 1), order));
        }
        return control;
    }

    private static String champion(ControlState control) {
        return control.registry().champion().orElseThrow().model();
    }

    private static AuditEntry deed(long version) {
        return new AuditEntry(version, 100 * version, "ana", "because " + version);
    }
}
