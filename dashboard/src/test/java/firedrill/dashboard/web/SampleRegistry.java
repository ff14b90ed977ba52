package firedrill.dashboard.web;

import firedrill.dashboard.ledger.ShadowComparison;
import firedrill.dashboard.monitor.DecisionProvenance;
import firedrill.dashboard.monitor.RegistryHistory;
import firedrill.dashboard.monitor.VersionRow;
import firedrill.dashboard.monitor.VersionRow.VersionStatus;
import firedrill.dashboard.web.view.RegistryState;
import firedrill.scoring.decision.CustomerReason;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.registry.ModelRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models of {@link SampleRun}: one that decides, one that is staged and watches, one that stands ready. */
final class SampleRegistry {

    static final String CHAMPION = "4be1c09a77d2";
    static final String STAGED = "90aa12f3c401";
    static final String READY = "c0ffee123456";

    static RegistryState at(int minute) {
        if (minute == 0) {
            return RegistryState.EMPTY;
        }
        return new RegistryState(
                List.of(
                        version(CHAMPION, "the simulated exchange", VersionStatus.CHAMPION, null, "firedrill", 0),
                        version(STAGED, "trees of March", VersionStatus.STAGED, 0.1, "ana", 20),
                        version(READY, "recalibrated", VersionStatus.REGISTERED, null, "ben", 25)),
                List.of(new ShadowComparison.ShadowAgreement(
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
                        SampleFigures.at(15), "model 0123456789ab", "eve", "it announces 1073741824 bytes and has 5")));
    }

    private static VersionRow version(
            String model, String name, VersionStatus duty, @Nullable Double share, String by, int minute) {
        return new VersionRow(
                model,
                name,
                duty,
                share,
                duty == VersionStatus.STAGED,
                by,
                "cheaper in shadow",
                SampleFigures.at(minute),
                by,
                null,
                19_951L,
                "ab".repeat(32),
                "0123456789ab",
                null);
    }

    private static RegistryHistory.RegistryOrder line(
            int version, int minute, String by, String order, String why, @Nullable String refused) {
        return new RegistryHistory.RegistryOrder(
                "id-" + version, version, SampleFigures.at(minute), 0, by, order, why, refused, CHAMPION);
    }

    static DecisionProvenance which(long eventId) {
        return new DecisionProvenance(
                eventId,
                SampleFigures.at(30),
                "BLOCK",
                0.91,
                List.of("two-factor reset 22 minutes ago", "address shared by 6 accounts"),
                List.of(CustomerReason.IDENTITY.text(), CustomerReason.DESTINATION.text()),
                DecidedBy.MODEL,
                STAGED,
                "trees of March",
                ModelRole.STAGED,
                "0123456789ab",
                "90fe12ab34cd",
                "77aa01bc9923",
                9,
                "ana",
                "cheaper in shadow",
                SampleFigures.at(20),
                9L,
                "ana",
                "ab".repeat(32));
    }

    private SampleRegistry() {}
}
