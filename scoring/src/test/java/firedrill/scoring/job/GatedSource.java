package firedrill.scoring.job;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimitedSourceReader;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;

/** The places of a test's records, one after the other; each comes when {@link SourceSequencer} lets it. */
final class GatedSource extends NumberSequenceSource {

    private static final long serialVersionUID = 1;

    private final String run;
    private final boolean areEvents;

    private GatedSource(String run, boolean areEvents, int count) {
        super(0, count - 1);
        this.run = run;
        this.areEvents = areEvents;
    }

    static GatedSource events(String run, int count) {
        return new GatedSource(run, true, count);
    }

    static GatedSource outcomes(String run, int count) {
        return new GatedSource(run, false, count);
    }

    @Override
    public SourceReader<Long, NumberSequenceSplit> createReader(SourceReaderContext context) {
        SourceSequencer order = InMemoryEndpoints.sequencerOf(run);
        return new RateLimitedSourceReader<>(
                super.createReader(context), areEvents ? new EventGate(order) : new OutcomeGate(order));
    }

    private record EventGate(SourceSequencer order) implements RateLimiter<NumberSequenceSplit> {

        @Override
        public CompletionStage<Void> acquire(int records) {
            return order.nextEvent();
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            order.notifyCheckpointComplete();
        }
    }

    private record OutcomeGate(SourceSequencer order) implements RateLimiter<NumberSequenceSplit> {

        @Override
        public CompletableFuture<Void> acquire(int records) {
            return order.nextOutcome();
        }
    }
}
