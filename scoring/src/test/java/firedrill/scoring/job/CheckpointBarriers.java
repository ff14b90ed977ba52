package firedrill.scoring.job;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.job.kafka.RawRecord;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Events before which a test waits: the first decided one of each half hour, shifted to the time at which cluster updates
 * take effect. An update that took ten minutes must have arrived by then.
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
