package firedrill.scoring.feature;

import firedrill.scoring.feature.state.StateStore;
import firedrill.scoring.feature.window.EventTimes;
import firedrill.scoring.graph.AddressClusterUpdate;
import java.util.Arrays;

/**
 * Updates of the cluster that an address belongs to; part of {@link AddressState}, and empty for nearly all.
 *
 * <p>An update is effective from a time on. The last {@value #CAPACITY} are kept, so that a read at some time depends
 * on that time alone and not on which updates have arrived early.
 */
public final class ClusterState {

    static final int CAPACITY = 3;

    private static final int WIDTH = 5;
    private static final int USERS = 1;
    private static final int SINCE = 2;
    private static final int EXCLUSIVITY = 3;
    private static final int CONFIRMED = 4;
    private static final int ABSENT = -1;

    /** {@code [effective from, users, since, bits of exclusivity, bits of the confirmed share, ...]}, oldest first. */
    public long[] updates = StateStore.EMPTY;

    void applyCluster(AddressClusterUpdate update) {
        int kept = Math.min(updates.length, (CAPACITY - 1) * WIDTH);
        long[] grown = Arrays.copyOfRange(updates, updates.length - kept, updates.length + WIDTH);
        grown[kept] = update.effectiveFromMillis();
        grown[kept + USERS] = update.users();
        grown[kept + SINCE] = update.firstSharedMillis();
        grown[kept + EXCLUSIVITY] = Double.doubleToLongBits(update.exclusivity());
        grown[kept + CONFIRMED] = Double.doubleToLongBits(update.confirmedShare());
        updates = isWithoutCluster(grown) ? StateStore.EMPTY : grown;
    }

    double users(long nowMillis) {
        int offset = offsetAt(nowMillis);
        return offset == ABSENT ? FeatureExtractor.UNKNOWN : updates[offset + USERS];
    }

    double ageMinutes(long nowMillis) {
        int offset = offsetAt(nowMillis);
        return offset == ABSENT || updates[offset + USERS] == 0
                ? FeatureExtractor.UNKNOWN
                : EventTimes.minutesSince(updates[offset + SINCE], nowMillis, 0);
    }

    double exclusivity(long nowMillis) {
        return fraction(EXCLUSIVITY, nowMillis);
    }

    double confirmedShare(long nowMillis) {
        return fraction(CONFIRMED, nowMillis);
    }

    private double fraction(int component, long nowMillis) {
        int offset = offsetAt(nowMillis);
        return offset == ABSENT ? FeatureExtractor.UNKNOWN : Double.longBitsToDouble(updates[offset + component]);
    }

    /** Offset of the last update that is effective at {@code nowMillis}. */
    private int offsetAt(long nowMillis) {
        int offset = updates.length - WIDTH;
        while (offset >= 0 && updates[offset] > nowMillis) {
            offset -= WIDTH;
        }
        return offset < 0 ? ABSENT : offset;
    }

    private static boolean isWithoutCluster(long[] grown) {
        for (int offset = 0; offset < grown.length; offset += WIDTH) {
            if (grown[offset + USERS] != 0) {
                return false;
            }
        }
        return true;
    }
}
