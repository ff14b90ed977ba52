package firedrill.ingest.market;

import static firedrill.ingest.market.MarketParameters.LEVERAGE_EFFECT;
import static firedrill.ingest.market.MarketParameters.LEVERAGE_EFFECT_MINUTES;
import static firedrill.ingest.market.MarketParameters.MAX_VOLATILITY_FACTOR;
import static firedrill.ingest.market.MarketParameters.MIN_VOLATILITY_FACTOR;
import static firedrill.ingest.market.MarketParameters.VOLATILITY_COMPONENT_MINUTES;
import static firedrill.ingest.market.MarketParameters.VOLATILITY_COMPONENT_SIGMA;

import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;

/**
 * How volatile the market is within its regime: a factor on the regime's volatility, renewed each minute, that remembers
 * at several horizons and rises when the price has fallen (the leverage effect).
 */
final class VolatilityProcess {

    /** Draws of {@link MarketStream#VOLATILITY}, repeated for each component. */
    private enum ComponentDraw implements DrawIndex {
        RENEWAL(0),
        LEVEL(100);

        private static final long MAX_COMPONENTS = 100;

        private final long index;

        ComponentDraw(long index) {
            this.index = index;
        }

        @Override
        public long index() {
            return index;
        }

        @Override
        public long repetitions() {
            return MAX_COMPONENTS;
        }
    }

    private static final double BASELINE_HOURLY_SIGMA = Regime.NORMAL.sigmaPerSecond * 60;

    private final RandomStream draws;
    private final double[] logs = new double[VOLATILITY_COMPONENT_MINUTES.length];
    private double recentReturn;
    private double factor;

    VolatilityProcess(RandomStream draws) {
        this.draws = draws;
        factor = computeFactor();
    }

    /** Times the regime's volatility; its mean square is about 1. */
    double factor() {
        return factor;
    }

    void updateMinute(long minute, double minuteReturn) {
        recentReturn += minuteReturn - recentReturn / LEVERAGE_EFFECT_MINUTES;
        for (int i = 0; i < logs.length; i++) {
            if (draws.bernoulli(1 / VOLATILITY_COMPONENT_MINUTES[i], minute, ComponentDraw.RENEWAL, i)) {
                logs[i] = VOLATILITY_COMPONENT_SIGMA * draws.normal(minute, ComponentDraw.LEVEL, i);
            }
        }
        factor = computeFactor();
    }

    private double computeFactor() {
        double log = -LEVERAGE_EFFECT * recentReturn / BASELINE_HOURLY_SIGMA;
        for (double component : logs) {
            log += component - VOLATILITY_COMPONENT_SIGMA * VOLATILITY_COMPONENT_SIGMA;
        }
        return Math.min(MAX_VOLATILITY_FACTOR, Math.max(MIN_VOLATILITY_FACTOR, StrictMath.exp(log)));
    }
}
