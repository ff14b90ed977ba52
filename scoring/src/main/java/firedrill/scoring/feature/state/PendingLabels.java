package firedrill.scoring.feature.state;

import firedrill.scoring.feature.window.EventTimes;
import java.util.Arrays;

/**
 * Labels that came before their events, as happens when a stream is read from its beginning: the last {@value #CAPACITY}.
 *
 * <p>The list is the caller's, so that it can be a field of an entity's state: {@code [event, counts from]} for each, those
 * that came first in front; empty for none.
 */
public final class PendingLabels {

    static final int CAPACITY = 16;

    private static final int WIDTH = 2;

    /** Keeps a label for later; returns the list. */
    public static long[] add(long[] list, long eventId, long countsFromMillis) {
        if (effectiveFromMillis(list, eventId) != EventTimes.NEVER) {
            return list;
        }
        int over = list.length < CAPACITY * WIDTH ? 0 : WIDTH;
        long[] more = Arrays.copyOfRange(list, over, list.length + WIDTH);
        more[more.length - WIDTH] = eventId;
        more[more.length - 1] = countsFromMillis;
        return more;
    }

    /** From when the label of {@code eventId} counts, or {@link EventTimes#NEVER} if there is none. */
    public static long effectiveFromMillis(long[] list, long eventId) {
        for (int place = 0; place < list.length; place += WIDTH) {
            if (list[place] == eventId) {
                return list[place + 1];
            }
        }
        return EventTimes.NEVER;
    }

    /** The list without the label of {@code eventId}. */
    public static long[] remove(long[] list, long eventId) {
        long[] fewer = StateStore.EMPTY;
        for (int place = 0; place < list.length; place += WIDTH) {
            if (list[place] != eventId) {
                fewer = add(fewer, list[place], list[place + 1]);
            }
        }
        return fewer;
    }

    private PendingLabels() {}
}
