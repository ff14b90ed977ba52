package firedrill.ingest.publish;

/**
 * What a live exchange has told and been told so far.
 *
 * @param history settled events told before the clock started
 * @param events told since
 * @param awaited of those, how many asked for an answer
 * @param answered how many of the awaited have been answered, late ones included
 * @param missedDeadlines how many had no answer at their deadline
 * @param late how many of those were answered after all
 * @param repeated answers to an event that had one already; ignored
 * @param unasked answers to events that never asked, as those of an earlier run; ignored
 * @param unreadable records on the decisions topic that are no answer; ignored
 */
public record LiveCounts(
        long history,
        long events,
        long awaited,
        long answered,
        long missedDeadlines,
        long late,
        long repeated,
        long unasked,
        long unreadable) {

    static final LiveCounts NONE = new LiveCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Awaited and not answered: after the drain at the end, these are lost. */
    public long waiting() {
        return awaited - answered;
    }
}
