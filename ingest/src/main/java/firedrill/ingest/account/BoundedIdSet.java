package firedrill.ingest.account;

import java.util.Arrays;

/** The few ids that a user has in use, the main one first; a newcomer replaces the oldest of the others. */
public final class BoundedIdSet {

    private static final int MAX_IDS = 4;
    private static final double MAIN_SHARE = 0.75;

    private long[] ids = new long[2];
    private int count;
    private int next = 1;

    /** Remembers an id; one that is known stays where it is. */
    public void add(long id) {
        if (contains(id)) {
            return;
        }
        if (count < MAX_IDS) {
            ids = count < ids.length ? ids : Arrays.copyOf(ids, MAX_IDS);
            ids[count++] = id;
            return;
        }
        ids[next] = id;
        next = next == MAX_IDS - 1 ? 1 : next + 1;
    }

    boolean contains(long id) {
        for (int i = 0; i < count; i++) {
            if (ids[i] == id) {
                return true;
            }
        }
        return false;
    }

    /** The main id for three quarters of {@code uniform}, the rest evenly for the others. */
    public long sample(double uniform) {
        double others = (uniform - MAIN_SHARE) / (1 - MAIN_SHARE);
        return others < 0 || count == 1 ? ids[0] : ids[1 + (int) (others * (count - 1))];
    }

    long[] toArray() {
        return Arrays.copyOf(ids, count);
    }
}
