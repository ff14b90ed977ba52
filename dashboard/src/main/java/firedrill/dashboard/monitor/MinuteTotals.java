package firedrill.dashboard.monitor;

import org.HdrHistogram.Histogram;

/** Sums over one simulated minute, for the charts. */
final class MinuteTotals {

    private static final long MAX_MICROS = 600_000_000;

    final long startMillis;
    long withdrawals;
    long stopped;
    long frauds;
    long priceCents;
    double psi = Double.NaN;
    private final Histogram latencyMicros = new Histogram(MAX_MICROS, 2);

    MinuteTotals(long startMillis) {
        this.startMillis = startMillis;
    }

    void recordLatency(long micros) {
        latencyMicros.recordValue(Math.max(0, Math.min(MAX_MICROS, micros)));
    }

    /** NaN without any. */
    double latencyMillis(double percentile) {
        return latencyMicros.getTotalCount() == 0 ? Double.NaN : latencyMicros.getValueAtPercentile(percentile) / 1e3;
    }
}
