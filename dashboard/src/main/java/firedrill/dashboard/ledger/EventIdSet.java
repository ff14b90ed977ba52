package firedrill.dashboard.ledger;

import java.util.BitSet;

/** A set of event ids of one run: one bit per id from the first one on, so that an hour of a busy run is kilobytes. */
public final class EventIdSet {

    /** Topics of several partitions may deliver smaller ids after the first one. */
    private static final long ID_MARGIN = 1 << 20;

    private final BitSet bits = new BitSet();
    private long base = -1;

    /** Adds an id and returns whether it was absent. */
    public boolean add(long eventId) {
        if (base < 0) {
            base = Math.max(0, eventId - ID_MARGIN);
        }
        if (!isInRange(eventId)) {
            return false;
        }
        int place = (int) (eventId - base);
        boolean isNew = !bits.get(place);
        bits.set(place);
        return isNew;
    }

    /** Whether the id was added. */
    boolean contains(long eventId) {
        return base >= 0 && isInRange(eventId) && bits.get((int) (eventId - base));
    }

    /** Whether the id can belong to this run; an id far below the first one is of an earlier run. */
    public boolean isInRange(long eventId) {
        return base < 0 || (eventId >= base && eventId - base <= Integer.MAX_VALUE);
    }
}
