package firedrill.dashboard.lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import firedrill.dashboard.ledger.Bill;
import firedrill.dashboard.ledger.ShadowComparison.ShadowAgreement;
import firedrill.ingest.fraud.FraudDensity;
import firedrill.ingest.parameters.ParameterIdentity;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.drift.DriftReading;
import java.util.List;

/**
 * One run of a scenario by one operator policy on one seed, with its bill.
 *
 * @param aftermathSeconds simulated time after the run, in which its requests settled and nobody asked for anything new
 * @param reviewCapacity cases that the analysts can review within the run, its aftermath apart
 * @param parameters what differs from the default parameters
 * @param fraudDensity how much more often frauds happen than in life
 * @param timeline figures per interval of the run
 * @param modeChanges oldest first, each with its evidence
 * @param alarms drift readings that raised an alarm
 * @param shadows comparisons with challengers; empty without challengers
 * @param refusals commands of the operator that changed nothing, oldest first; not in the JSON if there are none
 */
public record Arm(
        String scenario,
        String operator,
        long seed,
        long simulatedSeconds,
        long aftermathSeconds,
        ParameterIdentity parameters,
        FraudDensity fraudDensity,
        @JsonUnwrapped Bill bill,
        long reviewCapacity,
        List<Interval> timeline,
        List<ModeChange> modeChanges,
        List<DriftReading> alarms,
        List<ShadowAgreement> shadows,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Refusal> refusals) {}
