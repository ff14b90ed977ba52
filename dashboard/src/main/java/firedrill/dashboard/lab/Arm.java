package firedrill.dashboard.lab;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import firedrill.dashboard.ledger.Bill;
import firedrill.dashboard.ledger.ShadowComparison;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.decision.Signal.ModeChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a scenario by one operator on one seed, and what it cost. A figure that is not available is null.
 *
 * @param timeline what happened when
 * @param modeChanges who decided from when on, and on what evidence
 * @param alarms the readings that raised one; it is on until the rules give way again
 * @param shadows what challengers would have done otherwise; empty if none watched
 * @param timeToDetectSeconds null: nobody declares anything in the lab yet
 * @param timeToMitigateSeconds null: see above
 * @param score null: there is no referee yet
 */
public record Arm(
        String scenario,
        String operator,
        long seed,
        long simulatedSeconds,
        @JsonUnwrapped Bill bill,
        List<Interval> timeline,
        @Nullable Double timeToDetectSeconds,
        @Nullable Double timeToMitigateSeconds,
        List<ModeChange> modeChanges,
        List<DriftReading> alarms,
        List<ShadowComparison.ShadowAgreement> shadows,
        @Nullable Double score) {}
