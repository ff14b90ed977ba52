package firedrill.scoring.feature.window;

import java.util.Arrays;

/**
 * The last few ids something was seen with, and when: exact, bounded, searched in line.
 *
 * <p>At most {@value #CAPACITY} are kept, those seen last. The set is the caller's, so that it can be a field of an
 * entity's state: {@code [id, first seen, last seen]} for each id, an id of 0 marks a free place, and an empty array
 * holds none. It grows by doubling, because nearly every set holds one or two.
 */
public final class RecentIds {

    public static final int CAPACITY = 16;

    private static final int WIDTH = 3;
    private static final int FIRST = 1;
    private static final int LAST = 2;

    /** When {@code id} was first seen, or {@link EventTimes#NEVER} if it is not in the set. */
    public static long firstSeen(long[] set, long id) {
        int place = offsetOf(set, id);
        return place < 0 ? EventTimes.NEVER : set[place + FIRST];
    }

    /** When {@code id} was last seen, or {@link EventTimes#NEVER} if it is not in the set. */
    public static long lastSeen(long[] set, long id) {
        int place = offsetOf(set, id);
        return place < 0 ? EventTimes.NEVER : set[place + LAST];
    }

    /** Whether the next id that is new to it takes the place of another. */
    public static boolean isFull(long[] set) {
        return set.length == CAPACITY * WIDTH && offsetOf(set, 0) < 0;
    }

    /** When the id of a full set was last seen whose place is next to be taken. */
    public static long oldestMillis(long[] set) {
        return set[oldest(set) + LAST];
    }

    /** Tells each id and when it was last seen. */
    public static void forEach(long[] set, IdVisitor sighting) {
        for (int place = 0; place < set.length; place += WIDTH) {
            if (set[place] != 0) {
                sighting.visit(set[place], set[place + LAST]);
            }
        }
    }

    /** Hears of an id. */
    public interface IdVisitor {
        void visit(long id, long lastMillis);
    }

    /** How many ids other than {@code id} were seen after {@code timeMillis}. */
    public static int countOthersSince(long[] set, long id, long timeMillis) {
        int count = 0;
        for (int place = 0; place < set.length; place += WIDTH) {
            if (set[place] != 0 && set[place] != id && set[place + LAST] > timeMillis) {
                count++;
            }
        }
        return count;
    }

    /** Notes that {@code id} was seen; returns the set, which is a new one if it had to grow. */
    public static long[] add(long[] set, long id, long timeMillis) {
        int place = offsetOf(set, id);
        if (place >= 0) {
            set[place + FIRST] = Math.min(set[place + FIRST], timeMillis);
            set[place + LAST] = Math.max(set[place + LAST], timeMillis);
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
        for (int place = WIDTH; place < set.length; place += WIDTH) {
            if (set[place + LAST] < set[oldest + LAST]) {
                oldest = place;
            }
        }
        return oldest;
    }

    private static int offsetOf(long[] set, long id) {
        for (int place = 0; place < set.length; place += WIDTH) {
            if (set[place] == id) {
                return place;
            }
        }
        return -1;
    }

    private static void write(long[] set, int place, long id, long timeMillis) {
        set[place] = id;
        set[place + FIRST] = timeMillis;
        set[place + LAST] = timeMillis;
    }

    private RecentIds() {}
}
