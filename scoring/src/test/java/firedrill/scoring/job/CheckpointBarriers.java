package firedrill.scoring.job;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.job.kafka.RawRecord;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Where a test's events wait: before the first in each half hour that is decided, the half hours shifted to where
 * tidings of clusters begin to count. By then what took ten minutes to get there must have come.
 */
final class CheckpointBarriers {

    private static final long HALF_HOUR = 30 * 60_000;
    private static final long GRACE = 10 * 60_000;

    private long lastStretch = Long.MIN_VALUE;

    /** The places in {@code records}, ascending, {@code another} among them. */
    static long[] of(List<RawRecord> records, int another) {
        CheckpointBarriers stops = new CheckpointBarriers();
        return LongStream.range(0, records.size())
                .filter(place -> stops.isOne(records.get((int) place)) || place == another)
                .toArray();
    }

    private boolean isOne(RawRecord record) {
        try {
            ExchangeEvent event = EventCodec.decode(record.value());
            long stretch = Math.floorDiv(event.timeMillis() - GRACE, HALF_HOUR);
            boolean isOne = event.requiresDecision() && stretch != lastStretch;
            lastStretch = isOne ? stretch : lastStretch;
            return isOne;
        } catch (MalformedMessageException garbage) {
            // It has no time, and so waits for none.
            return false;
        }
    }

    private CheckpointBarriers() {}
}
