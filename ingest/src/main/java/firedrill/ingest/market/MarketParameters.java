package firedrill.ingest.market;

import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.parameters.ParameterSet;
import java.util.List;
import java.util.Map;

/**
 * Parameters of the market, from {@code market.yaml}, which says what each one means.
 *
 * @param stressShareOfExits exits from the normal regime that lead to stress, in [0, 1]
 */
public record MarketParameters(
        IndexParameters index,
        Map<Regime, RegimeParameters> regimes,
        double stressShareOfExits,
        VolatilityParameters volatility,
        RealisedVolatilityParameters realisedVolatility,
        JumpParameters jump,
        ZScoreParameters zScore,
        OrderFlowParameters orderFlow,
        FundingParameters funding,
        OpenInterestParameters openInterest,
        LiquidationParameters liquidation,
        DepthParameters depth,
        CoinsParameters coins,
        RecordingParameters recording) {

    static final double SECONDS_PER_DAY = 86_400;
    static final double SECONDS_PER_YEAR = 365 * SECONDS_PER_DAY;

    /** The values of the file. */
    public static final MarketParameters DEFAULT = ParameterSet.load("market").bind("market", MarketParameters.class);

    /** The market that backfilled history carries: the initial price, baseline funding, usual depth. */
    public MarketSnapshot baselineSnapshot() {
        return new MarketSnapshot(0, 0, (long) index.initialPriceCents());
    }

    /** The index. */
    public record IndexParameters(double initialPriceUsd) {

        double initialPriceCents() {
            return initialPriceUsd * 100;
        }
    }

    /** One volatility regime. */
    public record RegimeParameters(
            double annualVolatility,
            double jumpsPerDay,
            double meanDownJump,
            double branchingRatio,
            double depth,
            double meanStayMinutes) {}

    /** Volatility within a regime. */
    public record VolatilityParameters(
            List<Double> componentMinutes,
            double componentSigma,
            double leverageEffect,
            double leverageEffectMinutes,
            double minFactor,
            double maxFactor) {}

    /** Decay times of the current volatility. */
    public record RealisedVolatilityParameters(double varianceDecaySeconds, double driftDecaySeconds) {}

    /** Jumps of any price. */
    public record JumpParameters(double downProbability, double upDownRatio) {}

    /** Norms of the z-scores. */
    public record ZScoreParameters(double meanLogVolatility, double sigmaLogVolatility, double minRelativeVolatility) {}

    /** The Hawkes process of orders. */
    public record OrderFlowParameters(
            double tradesPerMinute,
            double excitationDecaySeconds,
            double markSigma,
            double maxMark,
            double priceInsensitiveShare,
            double baselineIntensity,
            double maxRelativeVolatility,
            double maxIntensity) {}

    /** The funding rate. */
    public record FundingParameters(
            double clampBps,
            double premiumNoiseBps,
            double premiumNoiseMinutes,
            double premiumBpsPerPercent,
            double premiumMemoryMinutes) {}

    /** Leveraged longs. */
    public record OpenInterestParameters(
            List<Double> leverages,
            List<Double> leverageShares,
            double maintenanceMargin,
            double liquidationDistanceSigma,
            List<Double> initialEntryOffsets,
            double holdingHours,
            double recoveryHours) {

        public OpenInterestParameters {
            double sum = 0;
            for (double share : leverageShares) {
                sum += share;
            }
            if (sum > 1) {
                throw new IllegalArgumentException("leverageShares must not add up to more than 1, were " + sum);
            }
        }
    }

    /** Liquidations: forced sales of leveraged positions. */
    public record LiquidationParameters(
            double engineSeconds,
            double deleveragingPerLiquidation,
            double fullImpact,
            double maxPriceImpact,
            double priceImpactDecaySeconds) {}

    /** Depth of the book. */
    public record DepthParameters(
            double volatilityThreshold,
            double lossPerVolatility,
            double lossPerLiquidatedShare,
            double min,
            double minWithoutShock,
            double max,
            double makerWithdrawalSeconds,
            double makerReturnSeconds) {}

    /** A coin beside the index. */
    public record CoinParameters(
            double initialPriceUsd,
            double beta,
            double priceImpactBeta,
            double idiosyncraticVolatility,
            double jumpsPerDay,
            double meanDownJump) {}

    /** The coins beside the index. */
    public record CoinsParameters(
            CoinParameters eth, CoinParameters sol, CoinParameters thinCoin, double reversionDays) {}

    /** Replay of a recorded price path. */
    public record RecordingParameters(
            double bridgeNoise,
            int minBarSecondsWithExtremes,
            double varianceDecaySeconds,
            double lowFirstProbability,
            double minRelativeActivity) {}
}
