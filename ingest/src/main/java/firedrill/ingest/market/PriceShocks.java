package firedrill.ingest.market;

import java.util.List;

/** The declared price moves of a run, as logarithmic returns per second. */
final class PriceShocks {

    private final long[] startSeconds;
    private final long[] endSeconds;
    private final double[] returnPerSecond;

    private PriceShocks(int count) {
        startSeconds = new long[count];
        endSeconds = new long[count];
        returnPerSecond = new double[count];
    }

    static PriceShocks of(List<PriceShock> declared, long startMillis) {
        var shocks = new PriceShocks(declared.size());
        for (int i = 0; i < declared.size(); i++) {
            PriceShock shock = declared.get(i);
            long start = Math.floorDiv(startMillis + shock.start().toMillis(), 1_000);
            long seconds = Math.max(1, shock.duration().toSeconds());
            shocks.startSeconds[i] = start;
            shocks.endSeconds[i] = start + seconds;
            shocks.returnPerSecond[i] = StrictMath.log1p(shock.changePercent() / 100) / seconds;
        }
        return shocks;
    }

    /** Sum of all falls in the second that ends at {@code second}; 0 or negative. */
    double fall(long second) {
        double sum = 0;
        for (int i = 0; i < returnPerSecond.length; i++) {
            sum += isActive(i, second) ? Math.min(0, returnPerSecond[i]) : 0;
        }
        return sum;
    }

    /** Sum of all rises in the second that ends at {@code second}; 0 or positive. */
    double rise(long second) {
        double sum = 0;
        for (int i = 0; i < returnPerSecond.length; i++) {
            sum += isActive(i, second) ? Math.max(0, returnPerSecond[i]) : 0;
        }
        return sum;
    }

    private boolean isActive(int shock, long second) {
        return second > startSeconds[shock] && second <= endSeconds[shock];
    }
}
