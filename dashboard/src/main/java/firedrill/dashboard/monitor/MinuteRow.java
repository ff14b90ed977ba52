package firedrill.dashboard.monitor;

import org.jspecify.annotations.Nullable;

/**
 * One simulated minute of a run; a figure that is not available is null.
 *
 * @param stopped withdrawals that met friction
 * @param frauds fraudulent withdrawals, by the truth
 */
public record MinuteRow(
        long startMillis,
        long withdrawals,
        long stopped,
        long frauds,
        @Nullable Double priceUsd,
        @Nullable Double p50Millis,
        @Nullable Double p99Millis,
        @Nullable Double psi) {

    static MinuteRow of(MinuteTotals minute) {
        return new MinuteRow(
                minute.startMillis,
                minute.withdrawals,
                minute.stopped,
                minute.frauds,
                minute.priceCents == 0 ? null : Double.valueOf(minute.priceCents / 100.0),
                known(minute.latencyMillis(50)),
                known(minute.latencyMillis(99)),
                known(minute.psi));
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }
}
