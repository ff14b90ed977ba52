package firedrill.ingest.customer.arrival;

import firedrill.ingest.account.CustomerParameters;
import firedrill.ingest.account.User;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import java.util.concurrent.TimeUnit;

/**
 * When people are awake: a cosine over the local day, by the clock of the user's jurisdiction, later for night owls.
 * Averages 1 over a day. A moving market rings everybody's phone, so the night fades as it brings more people.
 */
public final class DiurnalActivity {

    private static final long HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);
    private static final int HOURS = 24;
    private static final double[] ACTIVITY = new double[HOURS];

    static {
        for (int hour = 0; hour < HOURS; hour++) {
            double turn = 2 * Math.PI * (hour - CustomerParameters.PEAK_HOUR) / HOURS;
            ACTIVITY[hour] = 1 + CustomerParameters.DIURNAL_AMPLITUDE * StrictMath.cos(turn);
        }
    }

    /** No user is ever more active, relative to the day's mean. */
    public static final double MAX_ACTIVITY = 1 + CustomerParameters.DIURNAL_AMPLITUDE;

    private final RandomStream nightActive;

    public DiurnalActivity(RandomSource chance) {
        nightActive = chance.stream("population.owl");
    }

    /** How active the user is at this time, relative to the day's mean; in [1 - swing, 1 + swing]. */
    public double activity(User user, long timeMillis, double multiplier) {
        if (!user.archetype().isDiurnal) {
            return 1;
        }
        double asleep = ACTIVITY[localHour(user, timeMillis)] - 1;
        return 1 + asleep / multiplier;
    }

    private int localHour(User user, long timeMillis) {
        long hours = timeMillis / HOUR_MILLIS + utcOffsetHours(user.account().jurisdiction());
        boolean isOwl = nightActive.bernoulli(CustomerParameters.NIGHT_ACTIVE_SHARE, user.id(), 0);
        return (int) Math.floorMod(hours - (isOwl ? CustomerParameters.NIGHT_ACTIVE_SHIFT_HOURS : 0), (long) HOURS);
    }

    /** In winter; of the largest zone where there are several. */
    private static int utcOffsetHours(Jurisdiction jurisdiction) {
        return switch (jurisdiction) {
            case EU -> 1;
            case US -> -5;
            case UK -> 0;
            case KR -> 9;
            case SG -> 8;
        };
    }
}
