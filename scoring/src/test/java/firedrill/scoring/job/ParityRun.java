package firedrill.scoring.job;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Topics;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.wire.DecisionCodec;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.training.TrainingSetBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One recorded hour of the exchange, and its vectors in the job and in training; the dashboard's tests add the lab's.
 */
public final class ParityRun {

    private final RecordedHour hour;

    private ParityRun(RecordedHour hour) {
        this.hour = hour;
    }

    /**
     * The hour of so many users on this seed, always the same. What is seen of clusters in it depends on how much
     * happened before.
     */
    public static ParityRun of(int users, long seed) throws Exception {
        return new ParityRun(RecordedHour.of(users, seed));
    }

    /** Ids of the events that await an answer, in the order in which they happened. */
    public List<Long> decidedEventIds() {
        return hour.events.stream()
                .filter(ExchangeEvent::requiresDecision)
                .map(ExchangeEvent::id)
                .toList();
    }

    /** Tells events and outcomes in the order in which they happened. */
    public void replay(Consumer<ExchangeEvent> event, Consumer<Outcome> outcome) {
        hour.replay(event, outcome);
    }

    /** What Flink's operators decided upon, by event id. */
    public Map<Long, FeatureVector> jobVectors(Path checkpoints) throws Exception {
        InMemoryEndpoints ends = InMemoryEndpoints.run(hour.events, hour.outcomes, hour.historyEvents, checkpoints);
        Map<Long, FeatureVector> vectors = new TreeMap<>();
        for (OutboundRecord written : ends.written(Topics.DECISIONS)) {
            Decision decision = DecisionCodec.decode(written.value());
            vectors.put(decision.eventId(), decision.features());
        }
        return vectors;
    }

    /** What a training set makes of it, by event id. */
    public Map<Long, FeatureVector> trainingVectors() throws Exception {
        TrainingSetBuilder builder = new TrainingSetBuilder(1);
        replay(builder::observeEvent, builder::observeOutcome);
        Map<Long, FeatureVector> vectors = new TreeMap<>();
        builder.build(Long.MAX_VALUE).rows().forEach(row -> vectors.put(row.eventId(), row.features()));
        return vectors;
    }
}
