package firedrill.scoring.feature.state;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Entities of a user's last {@value #CAPACITY} withdrawals and deposits, to route a late label to device, network,
 * source and address.
 *
 * <p>The ring is the caller's, so that it can be a field of an entity's state: {@code [total, event, time, device,
 * network, source, address, ...]}, or empty before the first. A labelled event has its id negated, so that a second
 * label has no effect.
 */
public final class RecentEntityLinks {

    public static final int CAPACITY = 16;

    private static final int TOTAL = 0;
    private static final int FIRST = 1;
    private static final int WIDTH = 6;

    /** Adds an event's entities; returns the ring, a new one if it had to grow. */
    public static long[] add(long[] ring, long eventId, Label entities) {
        int next = ring.length == 0 ? 0 : (int) (ring[TOTAL] % CAPACITY);
        int offset = FIRST + next * WIDTH;
        long[] grown = ring.length < offset + WIDTH
                ? Arrays.copyOf(ring, FIRST + WIDTH * Math.min(CAPACITY, Math.max(1, 2 * next)))
                : ring;
        grown[offset] = eventId;
        grown[offset + 1] = entities.eventMillis();
        grown[offset + 2] = entities.deviceId();
        grown[offset + 3] = entities.networkId();
        grown[offset + 4] = entities.sourceId();
        grown[offset + 5] = entities.addressId();
        grown[TOTAL]++;
        return grown;
    }

    /** Labels {@code eventId} and returns the label; null if the event is not in the ring, or has its label. */
    public static @Nullable Label takeLabel(long[] ring, long eventId, long effectiveFromMillis) {
        for (int offset = FIRST; offset < ring.length; offset += WIDTH) {
            if (ring[offset] == eventId) {
                ring[offset] = -eventId;
                return new Label(
                        ring[offset + 1],
                        effectiveFromMillis,
                        ring[offset + 2],
                        ring[offset + 3],
                        ring[offset + 4],
                        ring[offset + 5]);
            }
        }
        return null;
    }

    /** Whether the ring holds {@code eventId}, labelled or not. */
    public static boolean contains(long[] ring, long eventId) {
        for (int offset = FIRST; offset < ring.length; offset += WIDTH) {
            if (Math.abs(ring[offset]) == eventId) {
                return true;
            }
        }
        return false;
    }

    private RecentEntityLinks() {}
}
