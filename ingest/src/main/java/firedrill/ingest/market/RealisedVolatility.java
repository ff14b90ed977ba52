package firedrill.ingest.market;

/**
 * How much the price moves now, compared with usual: the larger of its roughness over some two minutes and its pace over some
 * five. About 1 in a quiet market, above 10 in a crash.
 */
final class RealisedVolatility {

    private static final double VARIANCE_DECAY_SECONDS = 120;
    private static final double DRIFT_DECAY_SECONDS = 300;
    private static final double BASELINE_VARIANCE = Regime.NORMAL.sigmaPerSecond * Regime.NORMAL.sigmaPerSecond;
    private static final double BASELINE_DRIFT = Regime.NORMAL.sigmaPerSecond * Math.sqrt(DRIFT_DECAY_SECONDS / 2);

    private double variance = BASELINE_VARIANCE;
    private double drift;

    void observe(double secondReturn) {
        variance += (secondReturn * secondReturn - variance) / VARIANCE_DECAY_SECONDS;
        drift += secondReturn - drift / DRIFT_DECAY_SECONDS;
    }

    double relativeVolatility() {
        return Math.max(Math.sqrt(variance / BASELINE_VARIANCE), Math.abs(drift) / BASELINE_DRIFT);
    }
}
