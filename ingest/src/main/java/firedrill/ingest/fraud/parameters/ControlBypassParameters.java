package firedrill.ingest.fraud.parameters;

import firedrill.ingest.parameters.CountRange;

/** T3: withdrawals without a second factor through a flaw in the exchange's controls. */
public record ControlBypassParameters(
        int victimCandidates,
        CountRange accounts,
        double windowMinutes,
        double minFraction,
        double maxUsd,
        double forgedLogShare,
        int addresses) {}
