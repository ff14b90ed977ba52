package firedrill.ingest.population;

import java.util.Arrays;

/** The few ids that a user has in use, the main one first; a newcomer replaces the oldest of the others. */
final class KnownIds {

    private static final int MOST = 4;
    private static final double MAIN_SHARE = 0.75;

    private long[] ids = new long[2];
    private int count;
    private int next = 1;

    /** Remembers an id; one that is known stays where it is. */
    void add(long id) {
        if (contains(id)) {
            return;
        }
        if (count < MOST) {
            ids = count < ids.length ? ids : Arrays.copyOf(ids, MOST);
            ids[count++] = id;
            return;
        }
        ids[next] = id;
        next = next == MOST - 1 ? 1 : next + 1;
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
    long pick(double uniform) {
        double others = (uniform - MAIN_SHARE) / (1 - MAIN_SHARE);
        return others < 0 || count == 1 ? ids[0] : ids[1 + (int) (others * (count - 1))];
    }

    long[] all() {
        return Arrays.copyOf(ids, count);
    }
}
