package firedrill.scoring.feature;

import firedrill.scoring.feature.state.StateStore;
import firedrill.scoring.feature.window.EventTimes;
import firedrill.scoring.graph.AddressClusterUpdate;
import java.util.Arrays;

/**
 * What an address was told of the cluster that it belongs to; part of {@link AddressState}, and empty for nearly all.
 *
 * <p>What is told counts from some moment on. The last {@value #CAPACITY} tidings are kept, so that what is read at a
 * moment depends on that moment alone, and not on which tidings had come by then: those that count have, and those that do
 * not count yet are not read.
 */
public final class ClusterState {

    static final int CAPACITY = 3;

    private static final int WIDTH = 5;
    private static final int USERS = 1;
    private static final int SINCE = 2;
    private static final int EXCLUSIVITY = 3;
    private static final int CONFIRMED = 4;
    private static final int ABSENT = -1;

    /** {@code [counts from, users, since, bits of exclusivity, bits of the confirmed share, ...]}, oldest first. */
    public long[] updates = StateStore.EMPTY;

    void applyCluster(AddressClusterUpdate news) {
        int kept = Math.min(updates.length, (CAPACITY - 1) * WIDTH);
        long[] heard = Arrays.copyOfRange(updates, updates.length - kept, updates.length + WIDTH);
        heard[kept] = news.effectiveFromMillis();
        heard[kept + USERS] = news.users();
        heard[kept + SINCE] = news.firstSharedMillis();
        heard[kept + EXCLUSIVITY] = Double.doubleToLongBits(news.exclusivity());
        heard[kept + CONFIRMED] = Double.doubleToLongBits(news.confirmedShare());
        updates = isWithoutCluster(heard) ? StateStore.EMPTY : heard;
    }

    double users(long nowMillis) {
        int place = offsetAt(nowMillis);
        return place == ABSENT ? FeatureExtractor.UNKNOWN : updates[place + USERS];
    }

    double ageMinutes(long nowMillis) {
        int place = offsetAt(nowMillis);
        return place == ABSENT || updates[place + USERS] == 0
                ? FeatureExtractor.UNKNOWN
                : EventTimes.minutesSince(updates[place + SINCE], nowMillis, 0);
    }

    double exclusivity(long nowMillis) {
        return fraction(EXCLUSIVITY, nowMillis);
    }

    double confirmedShare(long nowMillis) {
        return fraction(CONFIRMED, nowMillis);
    }

    private double fraction(int which, long nowMillis) {
        int place = offsetAt(nowMillis);
        return place == ABSENT ? FeatureExtractor.UNKNOWN : Double.longBitsToDouble(updates[place + which]);
    }

    /** Where the last tidings stand that count at {@code nowMillis}. */
    private int offsetAt(long nowMillis) {
        int place = updates.length - WIDTH;
        while (place >= 0 && updates[place] > nowMillis) {
            place -= WIDTH;
        }
        return place < 0 ? ABSENT : place;
    }

    private static boolean isWithoutCluster(long[] heard) {
        for (int place = 0; place < heard.length; place += WIDTH) {
            if (heard[place + USERS] != 0) {
                return false;
            }
        }
        return true;
    }
}
