package firedrill.ingest.kafka;

/**
 * Counters of a live exchange.
 *
 * @param historyEvents settled events published before the clock started
 * @param liveEvents events published since
 * @param requests live events that await an answer
 * @param answers requests that have been answered, late or not
 * @param missedDeadlines requests without an answer at their deadline
 * @param lateAnswers requests answered after their deadline
 * @param duplicateAnswers further answers to an answered event; ignored
 * @param unexpectedAnswers answers to events that await none, such as those of an earlier run; ignored
 * @param undecodableRecords records on the decisions topic that are no answer; ignored
 */
public record LiveCounters(
        long historyEvents,
        long liveEvents,
        long requests,
        long answers,
        long missedDeadlines,
        long lateAnswers,
        long duplicateAnswers,
        long unexpectedAnswers,
        long undecodableRecords) {

    static final LiveCounters NONE = new LiveCounters(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Requests without an answer; after the drain at the end, these are lost. */
    public long pendingAnswers() {
        return requests - answers;
    }
}
