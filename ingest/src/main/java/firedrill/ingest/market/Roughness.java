package firedrill.ingest.market;

import static firedrill.ingest.market.Assumptions.LEAST_ROUGHNESS;
import static firedrill.ingest.market.Assumptions.LEVERAGE_EFFECT;
import static firedrill.ingest.market.Assumptions.LEVERAGE_EFFECT_MINUTES;
import static firedrill.ingest.market.Assumptions.MOST_ROUGHNESS;
import static firedrill.ingest.market.Assumptions.ROUGHNESS_MINUTES;
import static firedrill.ingest.market.Assumptions.ROUGHNESS_SIGMA;

import firedrill.ingest.chance.Draws;

/**
 * How volatile the market is within its regime: a factor on the regime's volatility, renewed each minute, that remembers
 * at several horizons and rises when the price has fallen (the leverage effect).
 */
final class Roughness {

    private static final double USUAL_HOUR = Regime.NORMAL.secondSigma * 60;
    private static final int SIZES = 100;

    private final Draws draws;
    private final double[] logs = new double[ROUGHNESS_MINUTES.length];
    private double recentReturn;
    private double factor;

    Roughness(Draws draws) {
        this.draws = draws;
        factor = read();
    }

    /** Times the regime's volatility; its mean square is about 1. */
    double factor() {
        return factor;
    }

    void newMinute(long minute, double minuteReturn) {
        recentReturn += minuteReturn - recentReturn / LEVERAGE_EFFECT_MINUTES;
        for (int i = 0; i < logs.length; i++) {
            if (draws.happens(1 / ROUGHNESS_MINUTES[i], minute, i)) {
                logs[i] = ROUGHNESS_SIGMA * draws.normal(minute, SIZES + i);
            }
        }
        factor = read();
    }

    private double read() {
        double log = -LEVERAGE_EFFECT * recentReturn / USUAL_HOUR;
        for (double component : logs) {
            log += component - ROUGHNESS_SIGMA * ROUGHNESS_SIGMA;
        }
        return Math.min(MOST_ROUGHNESS, Math.max(LEAST_ROUGHNESS, StrictMath.exp(log)));
    }
}
