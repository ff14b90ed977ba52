package firedrill.dashboard.web.view;

import firedrill.scoring.drift.Mode;

/**
 * The current decision mode, with the model, rules and policy in force.
 *
 * @param pinned whether an operator pinned the mode, which disables the drift monitor's failover
 * @param actor {@code "monitor"} or the operator who set the mode
 * @param sinceMillis simulated time at which the mode was set
 * @param modelVersion display name of the champion
 * @param featureCount features computed per decision
 * @param ruleCount rules evaluated per decision
 */
public record DecisionMode(
        Mode mode,
        boolean pinned,
        String actor,
        String reason,
        long sinceMillis,
        String modelVersion,
        String modelHash,
        int featureCount,
        int ruleCount,
        String ruleSetHash,
        String policyHash) {}
