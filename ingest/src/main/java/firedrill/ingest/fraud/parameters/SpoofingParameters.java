package firedrill.ingest.fraud.parameters;

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
