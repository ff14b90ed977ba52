package firedrill.ingest.market;

/**
 * How much the price moves now, compared with usual: the larger of its roughness over some two minutes and its pace over some
 * five. About 1 in a quiet market, above 10 in a crash.
 */
final class Nerves {

    private static final double ROUGH_SECONDS = 120;
    private static final double PACE_SECONDS = 300;
    private static final double USUAL_VARIANCE = Regime.NORMAL.secondSigma * Regime.NORMAL.secondSigma;
    private static final double USUAL_PACE = Regime.NORMAL.secondSigma * Math.sqrt(PACE_SECONDS / 2);

    private double variance = USUAL_VARIANCE;
    private double move;

    void add(double secondReturn) {
        variance += (secondReturn * secondReturn - variance) / ROUGH_SECONDS;
        move += secondReturn - move / PACE_SECONDS;
    }

    double level() {
        return Math.max(Math.sqrt(variance / USUAL_VARIANCE), Math.abs(move) / USUAL_PACE);
    }
}
