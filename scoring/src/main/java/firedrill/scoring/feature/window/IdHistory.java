package firedrill.scoring.feature.window;

/**
 * The last {@value #CAPACITY} ids, repetitions included.
 *
 * <p>The ring is the caller's, so that it can be a field of an entity's state: {@code [total, id...]}, or empty
 * before the first.
 */
public final class IdHistory {

    static final int CAPACITY = 16;

    private static final int TOTAL = 0;
    private static final int FIRST = 1;

    /** Share of {@code id} among them, in [0, 1]; 0 for an empty ring, and for id 0, which stands for none. */
    public static double share(long[] ring, long id) {
        if (ring.length == 0 || id == 0) {
            return 0;
        }
        int count = (int) Math.min(ring[TOTAL], CAPACITY);
        int same = 0;
        for (int place = FIRST; place < FIRST + count; place++) {
            same += ring[place] == id ? 1 : 0;
        }
        return (double) same / count;
    }

    /** Adds {@code id}; returns the ring, a new one if {@code ring} was empty. */
    public static long[] add(long[] ring, long id) {
        long[] grown = ring.length == 0 ? new long[FIRST + CAPACITY] : ring;
        grown[FIRST + (int) (grown[TOTAL] % CAPACITY)] = id;
        grown[TOTAL]++;
        return grown;
    }

    private IdHistory() {}
}
