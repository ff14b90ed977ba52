package firedrill.scoring.job;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimitedSourceReader;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;

/**
 * The numbers of a test's records, one after the other; held up before some of them until all that came before has been
 * everywhere.
 *
 * <p>That is so when a checkpoint is complete that was begun while nothing came: its barriers went every way of the graph
 * behind the last record. The first to complete may have been on its way already; the second began after it.
 */
final class HeldEvents extends NumberSequenceSource {

    private static final long serialVersionUID = 1;
    private static final int CHECKPOINTS = 2;

    private final String run;

    HeldEvents(String run, int count) {
        super(0, count - 1);
        this.run = run;
    }

    @Override
    public SourceReader<Long, NumberSequenceSplit> createReader(SourceReaderContext context) {
        var events = MemoryEnds.eventsOf(run);
        return new RateLimitedSourceReader<>(
                super.createReader(context), new Holder(events.stops(), events.told()::get));
    }

    /** Serves one thread, that of the source. */
    private static final class Holder implements RateLimiter<NumberSequenceSplit> {

        private final long[] stops;
        private final LongSupplier told;
        private int passed;
        private int toComplete;
        private CompletableFuture<Void> held = CompletableFuture.completedFuture(null);

        /**
         * For one reader.
         *
         * @param stops the numbers before which to wait, ascending
         * @param told how many records have been told
         */
        Holder(long[] stops, LongSupplier told) {
            this.stops = stops;
            this.told = told;
        }

        @Override
        public CompletionStage<Void> acquire(int records) {
            if (passed < stops.length && stops[passed] == told.getAsLong()) {
                passed++;
                toComplete = CHECKPOINTS;
                held = new CompletableFuture<>();
            }
            return held;
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            toComplete--;
            if (toComplete == 0) {
                held.complete(null);
            }
        }
    }
}
