package firedrill.scoring.job;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimitedSourceReader;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;

/** The places of a test's records, one after the other; each comes when {@link Order} lets it. */
final class HeldRecords extends NumberSequenceSource {

    private static final long serialVersionUID = 1;

    private final String run;
    private final boolean areEvents;

    private HeldRecords(String run, boolean areEvents, int count) {
        super(0, count - 1);
        this.run = run;
        this.areEvents = areEvents;
    }

    static HeldRecords events(String run, int count) {
        return new HeldRecords(run, true, count);
    }

    static HeldRecords outcomes(String run, int count) {
        return new HeldRecords(run, false, count);
    }

    @Override
    public SourceReader<Long, NumberSequenceSplit> createReader(SourceReaderContext context) {
        Order order = MemoryEnds.orderOf(run);
        return new RateLimitedSourceReader<>(
                super.createReader(context), areEvents ? new Events(order) : new Outcomes(order));
    }

    private record Events(Order order) implements RateLimiter<NumberSequenceSplit> {

        @Override
        public CompletionStage<Void> acquire(int records) {
            return order.nextEvent();
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            order.checkpointIsComplete();
        }
    }

    private record Outcomes(Order order) implements RateLimiter<NumberSequenceSplit> {

        @Override
        public CompletableFuture<Void> acquire(int records) {
            return order.nextOutcome();
        }
    }
}
