package firedrill.scoring.feature;

/**
 * The last {@value #CAPACITY} ids that something met, in order, repetitions and all.
 *
 * <p>The ring is the caller's, so that it can be a field of an entity's state: {@code [how many ever, id...]}, or empty
 * before the first.
 */
final class LastIds {

    static final int CAPACITY = 16;

    private static final int MET = 0;
    private static final int FIRST = 1;

    /** Share of {@code id} among them, in [0, 1]; 0 if there are none, and for the id of 0, which is nobody. */
    static double share(long[] ring, long id) {
        if (ring.length == 0 || id == 0) {
            return 0;
        }
        int kept = (int) Math.min(ring[MET], CAPACITY);
        int same = 0;
        for (int place = FIRST; place < FIRST + kept; place++) {
            same += ring[place] == id ? 1 : 0;
        }
        return (double) same / kept;
    }

    /** Notes that {@code id} was met; returns the ring, which is a new one if {@code ring} was empty. */
    static long[] met(long[] ring, long id) {
        long[] grown = ring.length == 0 ? new long[FIRST + CAPACITY] : ring;
        grown[FIRST + (int) (grown[MET] % CAPACITY)] = id;
        grown[MET]++;
        return grown;
    }

    private LastIds() {}
}
