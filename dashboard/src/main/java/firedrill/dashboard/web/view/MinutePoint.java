package firedrill.dashboard.web.view;

import firedrill.dashboard.monitor.MinuteRow;
import org.jspecify.annotations.Nullable;

/**
 * One simulated minute of the charts.
 *
 * @param timeMillis start of the minute
 * @param stoppedPercent of its withdrawals; null without any
 * @param fraudPercent of its withdrawals, by ground truth; null without any
 * @param psi last reading of the drift monitor in the minute; null without any
 */
public record MinutePoint(
        long timeMillis,
        long withdrawals,
        @Nullable Double stoppedPercent,
        @Nullable Double fraudPercent,
        @Nullable Double priceUsd,
        @Nullable Double p50Millis,
        @Nullable Double p99Millis,
        @Nullable Double psi) {

    static MinutePoint of(MinuteRow row) {
        return new MinutePoint(
                row.startMillis(),
                row.withdrawals(),
                percent(row.stopped(), row.withdrawals()),
                percent(row.frauds(), row.withdrawals()),
                row.priceUsd(),
                row.p50Millis(),
                row.p99Millis(),
                row.psi());
    }

    private static @Nullable Double percent(long part, long whole) {
        return whole == 0 ? null : Double.valueOf(100.0 * part / whole);
    }
}
