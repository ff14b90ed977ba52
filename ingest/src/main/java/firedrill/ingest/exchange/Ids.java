package firedrill.ingest.exchange;

/** The ids of events: rising by one, in the order in which events are told. */
final class Ids {

    private final long first;
    private long next;

    Ids(long first) {
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
    boolean isTold(long id) {
        return id >= first && id < next;
    }
}
