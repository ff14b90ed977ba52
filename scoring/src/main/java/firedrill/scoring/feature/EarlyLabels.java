package firedrill.scoring.feature;

import java.util.Arrays;

/**
 * Labels that came before their events, as happens when a stream is read from its beginning: the last {@value #CAPACITY}.
 *
 * <p>The list is the caller's, so that it can be a field of an entity's state: {@code [event, counts from]} for each, those
 * that came first in front; empty for none.
 */
final class EarlyLabels {

    static final int CAPACITY = 16;

    private static final int WIDTH = 2;

    /** Keeps a label for later; returns the list. */
    static long[] keep(long[] list, long eventId, long countsFromMillis) {
        if (countsFromMillis(list, eventId) != Moments.NEVER) {
            return list;
        }
        int over = list.length < CAPACITY * WIDTH ? 0 : WIDTH;
        long[] more = Arrays.copyOfRange(list, over, list.length + WIDTH);
        more[more.length - WIDTH] = eventId;
        more[more.length - 1] = countsFromMillis;
        return more;
    }

    /** From when the label of {@code eventId} counts, or {@link Moments#NEVER} if there is none. */
    static long countsFromMillis(long[] list, long eventId) {
        for (int place = 0; place < list.length; place += WIDTH) {
            if (list[place] == eventId) {
                return list[place + 1];
            }
        }
        return Moments.NEVER;
    }

    /** The list without the label of {@code eventId}. */
    static long[] without(long[] list, long eventId) {
        long[] fewer = Memories.NONE;
        for (int place = 0; place < list.length; place += WIDTH) {
            if (list[place] != eventId) {
                fewer = keep(fewer, list[place], list[place + 1]);
            }
        }
        return fewer;
    }

    private EarlyLabels() {}
}
