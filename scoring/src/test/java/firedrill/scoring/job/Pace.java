package firedrill.scoring.job;

import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.MalformedEventException;

/** Lets wall time pass where simulated time does: some for each half hour, ten minutes after it began. */
final class Pace {

    private static final long HALF_HOUR = 30 * 60_000;
    private static final long GRACE = 10 * 60_000;
    private static final long PAUSE_MILLIS = 400;

    private long lastStretch = Long.MIN_VALUE;

    void beforeNext(RawRecord record) throws InterruptedException {
        try {
            long stretch = Math.floorDiv(EventCodec.decode(record.value()).timeMillis() - GRACE, HALF_HOUR);
            if (stretch != lastStretch) {
                lastStretch = stretch;
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (MalformedEventException garbage) {
            // It has no time, and so takes none.
        }
    }
}
