package firedrill.ingest.exchange;

/** The ids of events: rising by one, in the order in which events are told. */
final class EventIdSequence {

    private final long first;
    private long next;

    EventIdSequence(long first) {
        if (first < 1) {
            throw new IllegalArgumentException("firstEventId must be positive, was " + first);
        }
        this.first = first;
        next = first;
    }

    long next() {
        return next++;
    }

    /** Whether an event with this id was told. */
    boolean isIssued(long id) {
        return id >= first && id < next;
    }
}
