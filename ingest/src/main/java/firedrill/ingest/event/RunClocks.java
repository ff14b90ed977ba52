package firedrill.ingest.event;

import firedrill.ingest.event.RunClock.SavedClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link RunClock} for each partition that a reader has seen, because partitions are read at different paces. */
public final class RunClocks {

    private final Optional<Long> startMillis;
    private final Map<Partition, RunClock> clocks = new HashMap<>();

    private record Partition(String topic, int number) {}

    /**
     * Clocks without records.
     *
     * @param startMillis simulated start of the run, before which its history lies; empty if it is not known
     */
    public RunClocks(Optional<Long> startMillis) {
        this.startMillis = startMillis;
    }

    /**
     * Accepts a record or refuses it, as {@link RunClock#observe} does.
     *
     * @return the reason of the refusal; empty if the record was accepted
     */
    public Optional<String> observe(String topic, int partition, long timeMillis, long appendedMillis) {
        return clock(topic, partition).observe(timeMillis, appendedMillis);
    }

    /** The states of all clocks. */
    public List<SavedClock> save() {
        return clocks.entrySet().stream()
                .map(entry -> entry.getValue()
                        .save(entry.getKey().topic(), entry.getKey().number()))
                .toList();
    }

    /** Continues from the saved state of one partition; of several the latest counts. */
    public void restore(SavedClock saved) {
        RunClock clock = clock(saved.topic(), saved.partition());
        if (saved.acceptedCount() > clock.acceptedCount()) {
            clock.restore(saved);
        }
    }

    private RunClock clock(String topic, int partition) {
        return clocks.computeIfAbsent(new Partition(topic, partition), unseen -> RunClock.of(startMillis));
    }
}
