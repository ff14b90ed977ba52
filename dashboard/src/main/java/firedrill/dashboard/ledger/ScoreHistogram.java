package firedrill.dashboard.ledger;

/**
 * Probabilities of frauds and of honest events, counted in {@value #BINS} bins that are equally wide in log-odds from
 * -12 to 12, so that memory does not grow with time.
 *
 * <p>Average precision is exact up to ties within a bin, that is 0.6 % of log-odds.
 */
final class ScoreHistogram {

    static final int BINS = 4096;
    private static final double EDGE = 12;

    private final long[] frauds = new long[BINS];
    private final long[] honest = new long[BINS];

    void add(double probability, boolean isFraud, int sign) {
        var side = isFraud ? frauds : honest;
        side[bin(probability)] += sign;
    }

    /** Mean of the precision at each fraud, ranked by probability, in [0, 1]; NaN without frauds. */
    double averagePrecision() {
        double sum = 0;
        long fraudsSoFar = 0;
        long seen = 0;
        for (int i = BINS - 1; i >= 0; i--) {
            fraudsSoFar += frauds[i];
            seen += frauds[i] + honest[i];
            if (frauds[i] > 0) {
                sum += (double) frauds[i] * fraudsSoFar / seen;
            }
        }
        return fraudsSoFar == 0 ? Double.NaN : sum / fraudsSoFar;
    }

    private static int bin(double probability) {
        double logOdds = StrictMath.log(probability / (1 - probability));
        double place = (logOdds + EDGE) / (2 * EDGE) * BINS;
        return (int) Math.max(0, Math.min(BINS - 1, place));
    }
}
