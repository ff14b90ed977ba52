package firedrill.ingest.customer.arrival;

import firedrill.ingest.account.User;
import firedrill.ingest.customer.DiurnalParameters;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.concurrent.TimeUnit;

/**
 * Diurnal activity: a cosine over the local day of the user's jurisdiction, shifted for night-active users, with mean 1.
 * Market stress flattens it.
 */
public final class DiurnalActivity {

    private static final long HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);
    private static final int HOURS = 24;

    private final DiurnalParameters parameters;
    private final double[] activity = new double[HOURS];
    private final RandomStream chronotypes;

    public DiurnalActivity(DiurnalParameters parameters, RandomSource random) {
        this.parameters = parameters;
        chronotypes = random.stream(ArrivalStream.CHRONOTYPE);
        for (int hour = 0; hour < HOURS; hour++) {
            double phase = 2 * Math.PI * (hour - parameters.peakHour()) / HOURS;
            activity[hour] = 1 + parameters.amplitude() * StrictMath.cos(phase);
        }
    }

    /** Upper bound of the activity of any user at any time. */
    public double maxActivity() {
        return 1 + parameters.amplitude();
    }

    /**
     * Activity of the user at this time relative to the daily mean, in [1 - amplitude, 1 + amplitude].
     *
     * @param multiplier market stress, at least 1
     */
    public double activity(User user, long timeMillis, double multiplier) {
        if (!user.archetype().isDiurnal()) {
            return 1;
        }
        double deviation = activity[localHour(user, timeMillis)] - 1;
        return 1 + deviation / multiplier;
    }

    private int localHour(User user, long timeMillis) {
        long hours = timeMillis / HOUR_MILLIS + utcOffsetHours(user.account().jurisdiction());
        boolean isNightActive = chronotypes.bernoulli(parameters.nightActiveShare(), user.id(), SingleDraw.VALUE);
        return Math.floorMod(hours - (isNightActive ? parameters.nightActiveShiftHours() : 0), HOURS);
    }

    /** Standard time of the most populous zone of the jurisdiction. */
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
