package firedrill.ingest.fraud.parameters;

import firedrill.ingest.parameters.CountRange;
import firedrill.ingest.parameters.UniformRange;

/** T10: two accounts of one ring trade with each other. */
public record WashTradingParameters(
        Coin coin,
        CountRange trades,
        double intervalMeanSeconds,
        UniformRange sizeFraction,
        double sizeJitter,
        double limitOrderShare,
        double limitMaxOffsetBps,
        double selfMatchShare,
        double lossShare) {

    /** Shares of the coin that is traded; the rest is ETH. */
    public record Coin(double thinCoinShare, double solShare) {}
}
