package firedrill.ingest.fraud.parameters;

import firedrill.ingest.parameters.CountRange;
import firedrill.ingest.parameters.UniformRange;

/** T11: large limit orders shown and cancelled before a market order on the other side. */
public record SpoofingParameters(
        double preferredCoinShare,
        double sellSideShare,
        CountRange orders,
        UniformRange sizeFraction,
        UniformRange offsetBps,
        UniformRange orderGapSeconds,
        UniformRange executionDelaySeconds,
        UniformRange executionFraction,
        double lossShare) {}
