package firedrill.ingest.kafka;

/**
 * What a live exchange has told and been told so far.
 *
 * @param historyEvents settled events told before the clock started
 * @param liveEvents told since
 * @param requests of those, how many asked for an answer
 * @param answers how many of the awaited have been answered, late ones included
 * @param missedDeadlines how many had no answer at their deadline
 * @param lateAnswers how many of those were answered after all
 * @param duplicateAnswers answers to an event that had one already; ignored
 * @param unexpectedAnswers answers to events that never asked, as those of an earlier run; ignored
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

    /** Awaited and not answered: after the drain at the end, these are lost. */
    public long pendingAnswers() {
        return requests - answers;
    }
}
