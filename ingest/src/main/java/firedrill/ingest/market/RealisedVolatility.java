package firedrill.ingest.market;

import firedrill.ingest.market.MarketParameters.RealisedVolatilityParameters;

/**
 * Current volatility relative to the normal regime: the larger of the root mean square return over some two minutes and the
 * absolute drift over some five. About 1 in a quiet market, above 10 in a crash.
 */
final class RealisedVolatility {

    private final double varianceDecaySeconds;
    private final double baselineVariance;
    private final double baselineDrift;
    private final DecayingSum drift;
    private double variance;

    RealisedVolatility(RealisedVolatilityParameters parameters, double baselineSigma) {
        varianceDecaySeconds = parameters.varianceDecaySeconds();
        baselineVariance = baselineSigma * baselineSigma;
        baselineDrift = baselineSigma * Math.sqrt(parameters.driftDecaySeconds() / 2);
        drift = new DecayingSum(parameters.driftDecaySeconds());
        variance = baselineVariance;
    }

    void observe(double secondReturn) {
        variance += (secondReturn * secondReturn - variance) / varianceDecaySeconds;
        drift.add(secondReturn);
    }

    double relativeVolatility() {
        return Math.max(Math.sqrt(variance / baselineVariance), Math.abs(drift.value()) / baselineDrift);
    }
}
