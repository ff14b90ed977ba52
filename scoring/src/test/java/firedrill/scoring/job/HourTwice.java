package firedrill.scoring.job;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Topics;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.DecisionCodec;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.training.TrainingSetBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One recorded hour of the exchange, and its vectors in the job and in training; the dashboard's tests add the lab's. */
public final class HourTwice {

    private final RecordedHour hour;

    private HourTwice(RecordedHour hour) {
        this.hour = hour;
    }

    /**
     * The hour of so many users on this seed, always the same. What is seen of clusters in it depends on how much happened
     * before.
     */
    public static HourTwice of(int users, long seed) throws Exception {
        return new HourTwice(RecordedHour.of(users, seed));
    }

    /** Ids of the events that await an answer, in the order in which they happened. */
    public List<Long> asked() {
        return hour.events.stream()
                .filter(ExchangeEvent::awaitsAnswer)
                .map(ExchangeEvent::id)
                .toList();
    }

    /** Tells events and outcomes in the order in which they happened. */
    public void tell(Consumer<ExchangeEvent> event, Consumer<Outcome> outcome) {
        hour.tell(event, outcome);
    }

    /** What Flink's operators decided upon, by event id. */
    public Map<Long, FeatureVector> inTheJob(Path checkpoints) throws Exception {
        MemoryEnds ends = MemoryEnds.run(hour.events, hour.outcomes, hour.pastEvents, checkpoints);
        Map<Long, FeatureVector> vectors = new TreeMap<>();
        for (Outgoing written : ends.written(Topics.DECISIONS)) {
            Decision decision = DecisionCodec.decode(written.value());
            vectors.put(decision.eventId(), decision.features());
        }
        return vectors;
    }

    /** What a training set makes of it, by event id. */
    public Map<Long, FeatureVector> inTraining() throws Exception {
        TrainingSetBuilder builder = new TrainingSetBuilder(1);
        tell(builder::event, builder::outcome);
        Map<Long, FeatureVector> vectors = new TreeMap<>();
        builder.build(Long.MAX_VALUE).rows().forEach(row -> vectors.put(row.eventId(), row.features()));
        return vectors;
    }
}
