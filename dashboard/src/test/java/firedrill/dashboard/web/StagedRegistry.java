package firedrill.dashboard.web;

import firedrill.dashboard.feed.RegistryBook;
import firedrill.dashboard.feed.VersionRow;
import firedrill.dashboard.feed.VersionRow.Duty;
import firedrill.dashboard.feed.WhichModel;
import firedrill.dashboard.ledger.ShadowBook;
import firedrill.scoring.decision.CustomerReason;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Role;
import firedrill.scoring.decision.Signal.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models of {@link StagedRun}: one that decides, one that is staged and watches, one that stands ready. */
final class StagedRegistry {

    static final String CHAMPION = "4be1c09a77d2";
    static final String STAGED = "90aa12f3c401";
    static final String READY = "c0ffee123456";

    static RegistryState at(int minute) {
        if (minute == 0) {
            return RegistryState.EMPTY;
        }
        return new RegistryState(
                List.of(
                        version(CHAMPION, "the simulated exchange", Duty.CHAMPION, null, "firedrill", 0),
                        version(STAGED, "trees of March", Duty.STAGED, 0.1, "ana", 20),
                        version(READY, "recalibrated", Duty.READY, null, "ben", 25)),
                List.of(new ShadowBook.Figures(
                        STAGED, CHAMPION, 12_400, 12_152, 0.98, 248, 61, 18_200.0, 140, 52_300.0)),
                List.of(
                        line(9, 20, "ana", "stage " + STAGED + " to 0.1", "cheaper in shadow", null),
                        line(
                                8,
                                18,
                                "ana",
                                "promote 0123456789ab",
                                "typo",
                                "no version 0123456789ab is in the registry")),
                List.of(new Refusal(
                        StagedFigures.at(15), "model 0123456789ab", "eve", "it announces 1073741824 bytes and has 5")));
    }

    private static VersionRow version(
            String model, String name, Duty duty, @Nullable Double share, String by, int minute) {
        return new VersionRow(
                model,
                name,
                duty,
                share,
                duty == Duty.STAGED,
                by,
                "cheaper in shadow",
                StagedFigures.at(minute),
                by,
                null,
                19_951L,
                "ab".repeat(32),
                "0123456789ab");
    }

    private static RegistryBook.Line line(
            int version, int minute, String by, String order, String why, @Nullable String refused) {
        return new RegistryBook.Line(
                "id-" + version, version, StagedFigures.at(minute), 0, by, order, why, refused, CHAMPION);
    }

    static WhichModel which(long eventId) {
        return new WhichModel(
                eventId,
                StagedFigures.at(30),
                "BLOCK",
                0.91,
                List.of("two-factor reset 22 minutes ago", "address shared by 6 accounts"),
                List.of(CustomerReason.IDENTITY.text(), CustomerReason.DESTINATION.text()),
                DecidedBy.MODEL,
                STAGED,
                "trees of March",
                Role.STAGED,
                "0123456789ab",
                "90fe12ab34cd",
                "77aa01bc9923",
                9,
                "ana",
                "cheaper in shadow",
                StagedFigures.at(20),
                9L,
                "ana",
                "ab".repeat(32));
    }

    private StagedRegistry() {}
}
