package firedrill.scoring.feature;

import firedrill.scoring.cluster.AddressCluster;
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
    private static final int UNTOLD = -1;

    /** {@code [counts from, users, since, bits of exclusivity, bits of the confirmed share, ...]}, oldest first. */
    public long[] tidings = Memories.NONE;

    void hear(AddressCluster news) {
        int kept = Math.min(tidings.length, (CAPACITY - 1) * WIDTH);
        long[] heard = Arrays.copyOfRange(tidings, tidings.length - kept, tidings.length + WIDTH);
        heard[kept] = news.countsFromMillis();
        heard[kept + USERS] = news.users();
        heard[kept + SINCE] = news.sinceMillis();
        heard[kept + EXCLUSIVITY] = Double.doubleToLongBits(news.exclusivity());
        heard[kept + CONFIRMED] = Double.doubleToLongBits(news.confirmedShare());
        tidings = isOfNobody(heard) ? Memories.NONE : heard;
    }

    double users(long nowMillis) {
        int place = placeAt(nowMillis);
        return place == UNTOLD ? Reading.UNKNOWN : tidings[place + USERS];
    }

    double ageMinutes(long nowMillis) {
        int place = placeAt(nowMillis);
        return place == UNTOLD || tidings[place + USERS] == 0
                ? Reading.UNKNOWN
                : Moments.minutesSince(tidings[place + SINCE], nowMillis, 0);
    }

    double exclusivity(long nowMillis) {
        return fraction(EXCLUSIVITY, nowMillis);
    }

    double confirmedShare(long nowMillis) {
        return fraction(CONFIRMED, nowMillis);
    }

    private double fraction(int which, long nowMillis) {
        int place = placeAt(nowMillis);
        return place == UNTOLD ? Reading.UNKNOWN : Double.longBitsToDouble(tidings[place + which]);
    }

    /** Where the last tidings stand that count at {@code nowMillis}. */
    private int placeAt(long nowMillis) {
        int place = tidings.length - WIDTH;
        while (place >= 0 && tidings[place] > nowMillis) {
            place -= WIDTH;
        }
        return place < 0 ? UNTOLD : place;
    }

    private static boolean isOfNobody(long[] heard) {
        for (int place = 0; place < heard.length; place += WIDTH) {
            if (heard[place + USERS] != 0) {
                return false;
            }
        }
        return true;
    }
}
