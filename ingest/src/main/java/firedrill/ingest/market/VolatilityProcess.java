package firedrill.ingest.market;

import firedrill.ingest.market.MarketParameters.VolatilityParameters;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.Repeated;

/**
 * Multifractal volatility within a regime: a factor on the regime's volatility, updated each minute, with memory at several
 * horizons and a leverage effect: it rises when the price has fallen.
 */
final class VolatilityProcess {

    /** Draws of {@link MarketStream#VOLATILITY}, repeated for each component. */
    @Repeated(100)
    private enum ComponentDraw implements DrawIndex {
        RENEWAL(0),
        LEVEL(100);

        private final long index;

        ComponentDraw(long index) {
            this.index = index;
        }

        @Override
        public long index() {
            return index;
        }
    }

    private final RandomStream draws;
    private final double[] renewalProbabilities;
    private final double componentSigma;
    private final double leverageEffect;
    private final double minFactor;
    private final double maxFactor;
    private final double baselineHourlySigma;
    private final double[] logComponents;
    private final DecayingSum recentReturn;
    private double factor;

    VolatilityProcess(VolatilityParameters parameters, double baselineSigma, RandomStream draws) {
        this.draws = draws;
        renewalProbabilities = parameters.componentMinutes().stream()
                .mapToDouble(minutes -> 1 / minutes)
                .toArray();
        componentSigma = parameters.componentSigma();
        leverageEffect = parameters.leverageEffect();
        minFactor = parameters.minFactor();
        maxFactor = parameters.maxFactor();
        baselineHourlySigma = baselineSigma * 60;
        logComponents = new double[renewalProbabilities.length];
        recentReturn = new DecayingSum(parameters.leverageEffectMinutes());
        factor = computeFactor();
    }

    /** Multiple of the regime's volatility; its mean square is about 1. */
    double factor() {
        return factor;
    }

    void updateMinute(long minute, double minuteReturn) {
        recentReturn.add(minuteReturn);
        for (int i = 0; i < logComponents.length; i++) {
            if (draws.bernoulli(renewalProbabilities[i], minute, ComponentDraw.RENEWAL, i)) {
                logComponents[i] = componentSigma * draws.normal(minute, ComponentDraw.LEVEL, i);
            }
        }
        factor = computeFactor();
    }

    private double computeFactor() {
        double log = -leverageEffect * recentReturn.value() / baselineHourlySigma;
        for (double component : logComponents) {
            log += component - componentSigma * componentSigma;
        }
        return Math.min(maxFactor, Math.max(minFactor, StrictMath.exp(log)));
    }
}
