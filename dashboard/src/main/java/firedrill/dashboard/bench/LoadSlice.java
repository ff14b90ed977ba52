package firedrill.dashboard.bench;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * One slice of load on one route: request times and latencies.
 *
 * <p>Latency counts from the due time of a request and not from its sending, so that a delayed sender
 * hides nothing. The first moments of a slice are answered but not measured: caches are cold after the other route's turn.
 * Sender and receiver are two threads.
 */
final class LoadSlice {

    private static final long MAX_MICROS = TimeUnit.MINUTES.toMicros(2);

    private final RequestRoute route;
    private final long firstId;
    private final long[] dueNanos;
    private final long measuredFromNanos;
    private final Histogram micros = new Histogram(MAX_MICROS, 3);
    private long requests;
    private long answers;

    /**
     * A slice before its first request.
     *
     * @param firstId id of its first event
     * @param events how many it sends
     */
    LoadSlice(RequestRoute route, long firstId, int events, long measuredFromNanos) {
        this.route = route;
        this.firstId = firstId;
        this.dueNanos = new long[events];
        this.measuredFromNanos = measuredFromNanos;
    }

    RequestRoute route() {
        return route;
    }

    synchronized void recordRequest(long id, long nanos) {
        // 0 means no request; a clock at exactly 0 loses a nanosecond.
        dueNanos[(int) (id - firstId)] = nanos == 0 ? 1 : nanos;
        requests++;
    }

    /** The first answer to a request of this slice counts, any other is ignored. */
    synchronized void recordAnswer(long id, long nanos) {
        long index = id - firstId;
        if (index < 0 || index >= dueNanos.length || dueNanos[(int) index] == 0) {
            return;
        }
        long due = dueNanos[(int) index];
        dueNanos[(int) index] = 0;
        answers++;
        if (due - measuredFromNanos >= 0) {
            micros.recordValue(Math.min(MAX_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos - due)));
        }
    }

    synchronized long unanswered() {
        return requests - answers;
    }

    synchronized double latencyMillis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }
}
