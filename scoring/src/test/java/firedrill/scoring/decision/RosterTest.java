package firedrill.scoring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ModelOrder.Admit;
import firedrill.scoring.decision.ModelOrder.Promote;
import firedrill.scoring.decision.ModelOrder.Retire;
import firedrill.scoring.decision.ModelOrder.RollBack;
import firedrill.scoring.decision.ModelOrder.Shadow;
import firedrill.scoring.decision.ModelOrder.Stage;
import firedrill.scoring.decision.ModelOrder.Unshadow;
import firedrill.scoring.decision.ModelOrder.Unstage;
import firedrill.scoring.decision.Roster.Appointment;
import firedrill.scoring.decision.Roster.Deed;
import firedrill.scoring.decision.Roster.Staging;
import firedrill.scoring.decision.Roster.Version;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final Control THREE =
            after(Control.START, new Admit("a", "first"), new Admit("b", "second"), new Admit("c", "third"));

    @Test
    void beforeTheFirstAdmissionThereIsNoChampion() {
        assertThat(Control.START.roster().champion()).isEmpty();
        assertThat(Control.START.roster().whoPut("a", Role.CHAMPION)).isEmpty();
    }

    @Test
    void theFirstVersionToBeAdmittedIsChampion() {
        assertThat(after(Control.START, new Admit("a", "first")).roster())
                .isEqualTo(new Roster(
                        List.of(new Version("a", "first", false, deed(1))),
                        List.of(new Appointment("a", deed(1))),
                        null,
                        List.of()));
    }

    @Test
    void laterVersionsOnlyStandReady() {
        assertThat(champion(THREE)).isEqualTo("a");
        assertThat(THREE.roster().versions()).extracting(Version::model).containsExactly("a", "b", "c");
    }

    @Test
    void aVersionThatIsAdmittedAgainKeepsItsPlace() {
        assertThat(after(THREE, new Admit("b", "another name")).roster()).isEqualTo(THREE.roster());
        assertThat(THREE.roster().refusal(new Admit("b", "another name"))).isEmpty();
    }

    @Test
    void aPromotedVersionDecidesAndItIsKnownWhoPutItThere() {
        Roster roster = after(THREE, new Promote("b")).roster();
        assertThat(roster.champion()).contains(new Appointment("b", deed(4)));
        assertThat(roster.whoPut("b", Role.CHAMPION)).contains(deed(4));
        assertThat(roster.whoPut("a", Role.CHAMPION))
                .as("the one before may still decide while the new one is loaded")
                .contains(deed(1));
    }

    @Test
    void rollingBackGoesFromChampionToChampionAndStopsAtTheFirst() {
        Control control = after(THREE, new Promote("b"), new Promote("c"), new Promote("a"));
        control = after(control, new RollBack());
        assertThat(champion(control)).isEqualTo("c");
        control = after(control, new RollBack(), new RollBack());
        assertThat(champion(control)).isEqualTo("a");
        assertRefused(control, new RollBack(), "there is no earlier champion to roll back to");
    }

    @Test
    void whoRollsBackPutTheOldChampionThere() {
        Control control = after(THREE, new Promote("b"), new RollBack());
        assertThat(control.roster().whoPut("a", Role.CHAMPION)).contains(deed(5));
    }

    @Test
    void aStagedVersionDecidesForItsShareUntilItIsTakenBack() {
        Control staged = after(THREE, new Stage("b", 0.1));
        assertThat(staged.roster().staged()).contains(new Staging("b", 0.1, deed(4)));
        assertThat(staged.roster().whoPut("b", Role.STAGED)).contains(deed(4));
        assertThat(after(staged, new Stage("b", 0.25)).roster().staged()).contains(new Staging("b", 0.25, deed(5)));
        assertThat(after(staged, new Unstage()).roster()).isEqualTo(THREE.roster());
    }

    @Test
    void whoeverBecomesChampionIsNoLongerStagedNorAShadow() {
        Roster roster = after(THREE, new Stage("b", 0.1), new Shadow("b"), new Shadow("c"), new Promote("b"))
                .roster();
        assertThat(roster.staged()).isEmpty();
        assertThat(roster.shadows()).extracting(Appointment::model).containsExactly("c");
    }

    @Test
    void shadowsWatchUntilTheyAreEnded() {
        Control watched = after(THREE, new Shadow("b"), new Shadow("c"));
        assertThat(watched.roster().shadows())
                .containsExactly(new Appointment("b", deed(4)), new Appointment("c", deed(5)));
        assertThat(after(watched, new Unshadow("b")).roster().shadows())
                .extracting(Appointment::model)
                .containsExactly("c");
    }

    @Test
    void aRetiredVersionLeavesAllItsPlacesForGood() {
        Control retired =
                after(THREE, new Promote("b"), new Promote("c"), new Stage("b", 1), new Shadow("b"), new Retire("b"));
        assertThat(retired.roster().staged()).isEmpty();
        assertThat(retired.roster().shadows()).isEmpty();
        assertThat(retired.roster().isUsable("b")).isFalse();
        assertThat(champion(after(retired, new RollBack()))).isEqualTo("a");
        assertRefused(retired, new Promote("b"), "b is retired");
        assertRefused(retired, new Retire("b"), "b is retired");
    }

    @Test
    void rollingBackNeverLeadsToTheSameVersion() {
        Control retired = after(THREE, new Promote("b"), new Promote("a"), new Promote("c"), new Retire("b"));
        assertThat(retired.roster().champions()).extracting(Appointment::model).containsExactly("a", "c");
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
        Control full = after(
                Control.START,
                IntStream.range(0, Roster.MOST_VERSIONS)
                        .mapToObj(i -> new Admit("m" + i, ""))
                        .toArray(ModelOrder[]::new));
        assertRefused(full, new Admit("one", "too many"), "there are 32 versions already: retire one first");
        assertThat(after(full, new Retire("m5"), new Admit("one", "fits"))
                        .roster()
                        .isUsable("one"))
                .isTrue();
        Control watched = after(full, new Shadow("m1"), new Shadow("m2"), new Shadow("m3"), new Shadow("m4"));
        assertRefused(watched, new Shadow("m5"), "there are 4 shadows already: end one first");
    }

    private static void assertRefused(Control control, ModelOrder order, String why) {
        ModelCommand command = new ModelCommand(control.version() + 1, 0, "ana", "", "id", order);
        assertThat(control.refusal(command)).contains(why);
        assertThat(control.after(command).roster()).isEqualTo(control.roster());
    }

    private static Control after(Control control, ModelOrder... orders) {
        for (ModelOrder order : orders) {
            long version = control.version() + 1;
            control = control.after(new ModelCommand(version, 100 * version, "ana", "because " + version, "id", order));
        }
        return control;
    }

    private static String champion(Control control) {
        return control.roster().champion().orElseThrow().model();
    }

    private static Deed deed(long version) {
        return new Deed(version, 100 * version, "ana", "because " + version);
    }
}
