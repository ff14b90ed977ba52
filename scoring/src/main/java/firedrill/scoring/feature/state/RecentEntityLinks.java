package firedrill.scoring.feature.state;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the last {@value #CAPACITY} withdrawals and deposits of a user went through, so that a label that arrives days later
 * finds the device, the network, the source and the address.
 *
 * <p>The ring is the caller's, so that it can be a field of an entity's state: {@code [how many ever, event, time, device,
 * network, source, address, ...]}, or empty before the first; an event that has its label is marked by its negative id, so
 * that a second label says nothing new.
 */
public final class RecentEntityLinks {

    public static final int CAPACITY = 16;

    private static final int TOTAL = 0;
    private static final int FIRST = 1;
    private static final int WIDTH = 6;

    /** Notes what an event went through; returns the ring, which is a new one if it had to grow. */
    public static long[] add(long[] ring, long eventId, Label through) {
        int next = ring.length == 0 ? 0 : (int) (ring[TOTAL] % CAPACITY);
        int place = FIRST + next * WIDTH;
        long[] grown = ring.length < place + WIDTH
                ? Arrays.copyOf(ring, FIRST + WIDTH * Math.min(CAPACITY, Math.max(1, 2 * next)))
                : ring;
        grown[place] = eventId;
        grown[place + 1] = through.eventMillis();
        grown[place + 2] = through.deviceId();
        grown[place + 3] = through.networkId();
        grown[place + 4] = through.sourceId();
        grown[place + 5] = through.addressId();
        grown[TOTAL]++;
        return grown;
    }

    /** The label of {@code eventId}, the first time it is asked for; null if the event is not known, or has its label. */
    static @Nullable public Label takeLabel(long[] ring, long eventId, long countsFromMillis) {
        for (int place = FIRST; place < ring.length; place += WIDTH) {
            if (ring[place] == eventId) {
                ring[place] = -eventId;
                return new Label(
                        ring[place + 1],
                        countsFromMillis,
                        ring[place + 2],
                        ring[place + 3],
                        ring[place + 4],
                        ring[place + 5]);
            }
        }
        return null;
    }

    /** Whether {@code eventId} is among them, with its label or without. */
    public static boolean contains(long[] ring, long eventId) {
        for (int place = FIRST; place < ring.length; place += WIDTH) {
            if (Math.abs(ring[place]) == eventId) {
                return true;
            }
        }
        return false;
    }

    private RecentEntityLinks() {}
}
