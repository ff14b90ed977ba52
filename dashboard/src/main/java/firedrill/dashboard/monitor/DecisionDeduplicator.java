package firedrill.dashboard.monitor;

import java.util.BitSet;

/** Which event ids were decided: one bit each, from the first id seen, so that an hour of a busy run is a few kilobytes. */
final class DecisionDeduplicator {

    private static final long ID_MARGIN = 1 << 20;

    private final BitSet bits = new BitSet();
    private long base = -1;

    /** Whether {@code eventId} was new. An id far below the first one seen is of an earlier run, and never new. */
    boolean markDecided(long eventId) {
        if (base < 0) {
            base = Math.max(0, eventId - ID_MARGIN);
        }
        long place = eventId - base;
        if (place < 0 || place > Integer.MAX_VALUE) {
            return false;
        }
        boolean isNew = !bits.get((int) place);
        bits.set((int) place);
        return isNew;
    }
}
