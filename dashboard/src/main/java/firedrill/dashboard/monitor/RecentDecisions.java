package firedrill.dashboard.monitor;

import firedrill.dashboard.monitor.LiveRun.DecisionRecord;
import firedrill.ingest.event.DecisionRequest;
import firedrill.scoring.decision.Decision;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The last decisions of a run, and the last ones with friction, which are rare among all; with latencies as they are reported. */
final class RecentDecisions {

    private static final int MAX_ROWS = 200;

    private final ArrayDeque<DecisionRecord> all = new ArrayDeque<>();
    private final ArrayDeque<DecisionRecord> stopped = new ArrayDeque<>();
    private final Map<Long, Long> latencyMicros = new RecentEntries<>(20 * MAX_ROWS);

    void add(DecisionRequest event, Decision decision) {
        var row = new DecisionRecord(event, decision, Optional.empty());
        addFirst(row, all);
        if (decision.action().isFriction()) {
            addFirst(row, stopped);
        }
    }

    private static void addFirst(DecisionRecord row, ArrayDeque<DecisionRecord> newestFirst) {
        newestFirst.addFirst(row);
        if (newestFirst.size() > MAX_ROWS) {
            newestFirst.removeLast();
        }
    }

    void recordLatency(long eventId, long micros) {
        latencyMicros.put(eventId, micros);
    }

    Optional<Decision> find(long eventId) {
        return Stream.concat(all.stream(), stopped.stream())
                .map(DecisionRecord::decision)
                .filter(decision -> decision.eventId() == eventId)
                .findFirst();
    }

    /** Newest first. */
    List<DecisionRecord> all() {
        return all.stream().map(this::withLatency).toList();
    }

    /** Those with friction, newest first. */
    List<DecisionRecord> stopped() {
        return stopped.stream().map(this::withLatency).toList();
    }

    private DecisionRecord withLatency(DecisionRecord row) {
        var micros = latencyMicros.get(row.event().id());
        return micros == null ? row : new DecisionRecord(row.event(), row.decision(), Optional.of(micros));
    }
}
