package firedrill.ingest.exchange;

/** Event ids, increasing by one in order of publication. */
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

    /** Whether an event with this id has been published. */
    boolean isIssued(long id) {
        return id >= first && id < next;
    }
}
