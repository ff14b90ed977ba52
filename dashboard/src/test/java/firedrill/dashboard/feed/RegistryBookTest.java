package firedrill.dashboard.feed;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.feed.RegistryBook.Line;
import firedrill.dashboard.feed.VersionRow.Duty;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Mode;
import firedrill.scoring.decision.ModelOrder;
import firedrill.scoring.decision.ModelOrder.Admit;
import firedrill.scoring.decision.ModelOrder.Promote;
import firedrill.scoring.decision.ModelOrder.Retire;
import firedrill.scoring.decision.ModelOrder.RollBack;
import firedrill.scoring.decision.ModelOrder.Shadow;
import firedrill.scoring.decision.ModelOrder.Stage;
import firedrill.scoring.decision.Role;
import firedrill.scoring.decision.Timing;
import firedrill.scoring.decision.Versions;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.model.ModelAnnouncement;
import firedrill.scoring.model.ModelFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegistryBookTest {

    private final RegistryBook book = new RegistryBook();
    private long version;

    @Test
    void theHistoryKeepsEveryOrderWhoGaveItAndWhatCameOfIt() {
        hear("ana", new Admit("a", "first"));
        hear("ben", new Promote("x"));
        book.command(new AutomaticMode(++version, 3, "monitor", "it drifts", Mode.RULES), 99);
        assertThat(book.history())
                .containsExactly(
                        new Line("id-1", 1, 100, 7, "ana", "admit a", "because 1", null, "a"),
                        new Line(
                                "id-2",
                                2,
                                200,
                                7,
                                "ben",
                                "promote x",
                                "because 2",
                                "no version x is in the registry",
                                "a"));
        assertThat(book.line("id-2")).contains(book.history().get(1));
        assertThat(book.control().mode()).isEqualTo(Mode.RULES);
    }

    @Test
    void aRecordThatIsReadAgainIsNotWrittenAgain() {
        hear("ana", new Admit("a", "first"));
        version--;
        hear("ana", new Admit("a", "first"));
        assertThat(book.history()).hasSize(1);
    }

    @Test
    void everyVersionIsShownWithItsDutyAndWhoGaveItThat() {
        hear("ana", new Admit("a", "first"));
        hear("ana", new Admit("b", "second"));
        hear("ana", new Admit("c", "third"));
        hear("ana", new Admit("d", "fourth"));
        hear("ana", new Admit("e", "fifth"));
        hear("ben", new Promote("b"));
        hear("cleo", new Stage("c", 0.25));
        hear("dan", new Shadow("d"));
        hear("eve", new Shadow("c"));
        hear("fay", new Retire("e"));
        assertThat(VersionRow.of(book))
                .extracting(row ->
                        row.model() + " " + row.duty() + " " + row.share() + " " + row.shadows() + " " + row.by())
                .containsExactly(
                        "a READY null false ana",
                        "b CHAMPION null false ben",
                        "c STAGED 0.25 true cleo",
                        "d SHADOW null true dan",
                        "e RETIRED null false ana");
        assertThat(VersionRow.of(book).get(2).duty()).isEqualTo(Duty.STAGED);
    }

    @Test
    void whichModelDecidedIsToldAsItWasThenAndNotAsItIsNow() {
        hear("ana", new Admit("a", "first"));
        hear("ana", new Admit("b", "second"));
        hear("ben", new Promote("b"));
        hear("cleo", new RollBack());
        hear("dan", new Promote("b"));

        WhichModel then = book.which(decision(3, "b", Role.CHAMPION));
        assertThat(then.putBy()).isEqualTo("ben");
        assertThat(then.putVersion()).isEqualTo(3);
        assertThat(then.putAtMillis()).isEqualTo(300);
        assertThat(book.which(decision(4, "a", Role.CHAMPION)).putBy()).isEqualTo("cleo");
        assertThat(book.which(decision(5, "a", Role.CHAMPION)).putBy())
                .as("b was not loaded yet")
                .isEqualTo("cleo");
    }

    @Test
    void aStagedModelWasPutThereByWhoeverStagedIt() {
        hear("ana", new Admit("a", "first"));
        hear("ana", new Admit("b", "second"));
        hear("cleo", new Stage("b", 0.1));
        hear("dan", new Promote("b"));
        assertThat(book.which(decision(3, "b", Role.STAGED)).putBy()).isEqualTo("cleo");
    }

    @Test
    void whatTheScorerWasStartedWithWasPutThereByNobody() {
        WhichModel which = book.which(decision(0, "a", Role.CHAMPION));
        assertThat(which.putBy()).isNull();
        assertThat(which.name()).isNull();
        assertThat(which.model()).isEqualTo("a");
    }

    @Test
    void whatWasAnnouncedIsKnownByItsHash() throws Exception {
        ModelAnnouncement shipped = ModelAnnouncement.of(ModelFile.shippedPacked(), 5, "ana", "a test");
        book.announced(shipped, 77);
        hear("registry", new Admit(shipped.model(), shipped.name()));
        VersionRow row = VersionRow.of(book).get(0);
        assertThat(row.announcedBy()).isEqualTo("ana");
        assertThat(row.announcedWallMillis()).isEqualTo(77);
        assertThat(row.sha256()).isEqualTo(shipped.sha256());
        assertThat(book.which(decision(1, shipped.model(), Role.CHAMPION)).name())
                .isEqualTo(shipped.name());
    }

    @Test
    void onlyAChangeOfTheChampionCounts() {
        hear("ana", new Admit("a", "first"));
        hear("ana", new Admit("b", "second"));
        assertThat(book.championChanges()).isZero();
        hear("ana", new Stage("b", 0.5));
        hear("ana", new Promote("b"));
        hear("ana", new Promote("b"));
        hear("ana", new RollBack());
        assertThat(book.championChanges()).isEqualTo(2);
    }

    private void hear(String by, ModelOrder order) {
        version++;
        book.command(new ModelCommand(version, 100 * version, by, "because " + version, "id-" + version, order), 7);
    }

    private static Decision decision(long controlVersion, String model, Role role) {
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
                new Versions(model, "f", "r", "p", role),
                FeatureVector.of(new double[] {1}),
                Timing.NONE);
    }

    @Test
    void nothingIsKnownOfAVersionThatWasNeverAnnounced() {
        assertThat(book.announcement("x")).isEqualTo(Optional.empty());
    }
}
