package firedrill.ingest.customer;

import firedrill.ingest.parameters.UniformRange;

/** Trading through API keys. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record AlgorithmicTradingParameters(
        UniformRange quoteFraction,
        double quoteMaxOffsetBps,
        double cancelRatioMean,
        double takerShare,
        double stopOutInFall,
        double fullSale,
        int minRebalancedCoins,
        int maxRebalancedCoins,
        UniformRange rebalanceFraction,
        double basketShare,
        UniformRange basketGapSeconds,
        UniformRange sequentialGapSeconds,
        double dormantApiKeyShare,
        double dormantApiKeyUse) {}
