package firedrill.dashboard.feed;

import org.HdrHistogram.Histogram;

/** Sums over one simulated minute, for the charts. */
final class Minute {

    private static final long LONGEST_MICROS = 600_000_000;

    final long startMillis;
    long withdrawals;
    long stopped;
    long frauds;
    long priceCents;
    double psi = Double.NaN;
    private final Histogram latencyMicros = new Histogram(LONGEST_MICROS, 2);

    Minute(long startMillis) {
        this.startMillis = startMillis;
    }

    void latency(long micros) {
        latencyMicros.recordValue(Math.max(0, Math.min(LONGEST_MICROS, micros)));
    }

    /** NaN without any. */
    double latencyMillis(double percentile) {
        return latencyMicros.getTotalCount() == 0 ? Double.NaN : latencyMicros.getValueAtPercentile(percentile) / 1e3;
    }
}
