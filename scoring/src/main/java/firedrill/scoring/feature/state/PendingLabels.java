package firedrill.scoring.feature.state;

import firedrill.scoring.feature.window.EventTimes;
import java.util.Arrays;

/**
 * Labels that arrived before their events, as when topics are read from their beginning: the last {@value #CAPACITY}.
 *
 * <p>The list is the caller's, so that it can be a field of an entity's state: {@code [event, effective from]} for
 * each, oldest first; empty for none.
 */
public final class PendingLabels {

    static final int CAPACITY = 16;

    private static final int WIDTH = 2;

    /** Adds a label; returns the list. */
    public static long[] add(long[] list, long eventId, long effectiveFromMillis) {
        if (effectiveFromMillis(list, eventId) != EventTimes.NEVER) {
            return list;
        }
        int dropped = list.length < CAPACITY * WIDTH ? 0 : WIDTH;
        long[] grown = Arrays.copyOfRange(list, dropped, list.length + WIDTH);
        grown[grown.length - WIDTH] = eventId;
        grown[grown.length - 1] = effectiveFromMillis;
        return grown;
    }

    /** Effective time of the label of {@code eventId}; {@link EventTimes#NEVER} if there is none. */
    public static long effectiveFromMillis(long[] list, long eventId) {
        for (int offset = 0; offset < list.length; offset += WIDTH) {
            if (list[offset] == eventId) {
                return list[offset + 1];
            }
        }
        return EventTimes.NEVER;
    }

    /** The list without the label of {@code eventId}. */
    public static long[] remove(long[] list, long eventId) {
        long[] kept = StateStore.EMPTY;
        for (int offset = 0; offset < list.length; offset += WIDTH) {
            if (list[offset] != eventId) {
                kept = add(kept, list[offset], list[offset + 1]);
            }
        }
        return kept;
    }

    private PendingLabels() {}
}
