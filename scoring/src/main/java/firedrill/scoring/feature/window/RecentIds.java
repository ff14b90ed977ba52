package firedrill.scoring.feature.window;

import java.util.Arrays;

/**
 * The last {@value #CAPACITY} distinct ids with their first and last times; searched linearly.
 *
 * <p>The set is the caller's, so that it can be a field of an entity's state: {@code [id, first seen, last seen]} for
 * each id, an id of 0 marks a free slot, and an empty array holds none. It grows by doubling, because nearly every set
 * holds one or two.
 */
public final class RecentIds {

    public static final int CAPACITY = 16;

    private static final int WIDTH = 3;
    private static final int FIRST = 1;
    private static final int LAST = 2;

    /** When {@code id} was first seen, or {@link EventTimes#NEVER} if it is not in the set. */
    public static long firstSeen(long[] set, long id) {
        int offset = offsetOf(set, id);
        return offset < 0 ? EventTimes.NEVER : set[offset + FIRST];
    }

    /** When {@code id} was last seen, or {@link EventTimes#NEVER} if it is not in the set. */
    public static long lastSeen(long[] set, long id) {
        int offset = offsetOf(set, id);
        return offset < 0 ? EventTimes.NEVER : set[offset + LAST];
    }

    /** Whether the next new id replaces another. */
    public static boolean isFull(long[] set) {
        return set.length == CAPACITY * WIDTH && offsetOf(set, 0) < 0;
    }

    /** Last time of the id of a full set that is replaced next. */
    public static long oldestMillis(long[] set) {
        return set[oldest(set) + LAST];
    }

    /** Visits each id with its last time. */
    public static void forEach(long[] set, IdVisitor visitor) {
        for (int offset = 0; offset < set.length; offset += WIDTH) {
            if (set[offset] != 0) {
                visitor.visit(set[offset], set[offset + LAST]);
            }
        }
    }

    /** Receives an id and its last time. */
    public interface IdVisitor {
        void visit(long id, long lastMillis);
    }

    /** Number of ids other than {@code id} seen after {@code timeMillis}. */
    public static int countOthersSince(long[] set, long id, long timeMillis) {
        int count = 0;
        for (int offset = 0; offset < set.length; offset += WIDTH) {
            if (set[offset] != 0 && set[offset] != id && set[offset + LAST] > timeMillis) {
                count++;
            }
        }
        return count;
    }

    /** Adds {@code id}; returns the set, a new one if it had to grow. */
    public static long[] add(long[] set, long id, long timeMillis) {
        int offset = offsetOf(set, id);
        if (offset >= 0) {
            set[offset + FIRST] = Math.min(set[offset + FIRST], timeMillis);
            set[offset + LAST] = Math.max(set[offset + LAST], timeMillis);
            return set;
        }
        int free = offsetOf(set, 0);
        if (free >= 0) {
            write(set, free, id, timeMillis);
            return set;
        }
        if (set.length < CAPACITY * WIDTH) {
            long[] grown = Arrays.copyOf(set, Math.max(WIDTH, 2 * set.length));
            write(grown, set.length, id, timeMillis);
            return grown;
        }
        int oldest = oldest(set);
        if (set[oldest + LAST] <= timeMillis) {
            write(set, oldest, id, timeMillis);
        }
        return set;
    }

    private static int oldest(long[] set) {
        int oldest = 0;
        for (int offset = WIDTH; offset < set.length; offset += WIDTH) {
            if (set[offset + LAST] < set[oldest + LAST]) {
                oldest = offset;
            }
        }
        return oldest;
    }

    private static int offsetOf(long[] set, long id) {
        for (int offset = 0; offset < set.length; offset += WIDTH) {
            if (set[offset] == id) {
                return offset;
            }
        }
        return -1;
    }

    private static void write(long[] set, int offset, long id, long timeMillis) {
        set[offset] = id;
        set[offset + FIRST] = timeMillis;
        set[offset + LAST] = timeMillis;
    }

    private RecentIds() {}
}
