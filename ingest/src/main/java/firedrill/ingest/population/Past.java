package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.population.Trace.Kind;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The habits of honest users in the 30 days before the story, some eight traces each: every device has logged in, every
 * saved address has received. Some devices and passwords are recent, as on any day.
 */
public final class Past {

    /** How long before the start the first trace can lie. */
    public static final long LENGTH_MILLIS = TimeUnit.DAYS.toMillis(30);

    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    private static final double RECENT_DEVICE = 0.05;
    private static final double RECENT_PASSWORD = 0.06;
    /** Of saved addresses: have received in the last day too, so that a day's sums do not begin at 0. */
    private static final double USED_YESTERDAY = 0.7;

    private final Draws times;
    private final Draws habits;
    private final long startMillis;

    public Past(Chance chance, long startMillis) {
        times = chance.about("population.past.time");
        habits = chance.about("population.past");
        this.startMillis = startMillis;
    }

    /** Tells the traces of one user, in no order; at most 16 of them. */
    public void of(User user, Consumer<Trace> trace) {
        long id = user.id();
        long[] devices = user.knownDevices();
        for (int i = 0; i < devices.length; i++) {
            boolean isRecent = i == devices.length - 1 && habits.happens(RECENT_DEVICE, id, 0);
            trace.accept(Trace.login(before(isRecent ? 2 * DAY : LENGTH_MILLIS, id, i), user, devices[i]));
        }
        trace.accept(Trace.login(before(DAY / 4, id, 20), user, user.mainDevice()));
        if (habits.happens(RECENT_PASSWORD, id, 1)) {
            trace.accept(Trace.passwordChange(before(3 * DAY, id, 21), user, user.mainDevice()));
        }
        long depositCents =
                Math.max(Floor.LEAST_CENTS, (long) (user.wealthCents() * habits.logNormal(0.5, 0.6, id, 2)));
        trace.accept(new Trace(before(DAY * 2 / 3, id, 22), user, Kind.DEPOSIT, 0, depositCents, 0));
        long[] addresses = user.savedAddresses();
        for (int i = 0; i < addresses.length; i++) {
            trace.accept(withdrawal(user, addresses[i], before(LENGTH_MILLIS, id, 30 + i), 10 + i));
            if (habits.happens(USED_YESTERDAY, id, 40 + i)) {
                trace.accept(withdrawal(user, addresses[i], before(DAY, id, 50 + i), 20 + i));
            }
        }
    }

    private Trace withdrawal(User user, long addressId, long timeMillis, int number) {
        long balanceCents = Math.max(2 * Floor.LEAST_CENTS, user.wealthCents());
        double share = habits.between(0.05, 0.9, user.id(), number);
        long amountCents = Math.max(Floor.LEAST_CENTS, (long) (balanceCents * share));
        return new Trace(timeMillis, user, Kind.WITHDRAWAL, addressId, amountCents, balanceCents);
    }

    private long before(long withinMillis, long userId, int number) {
        return startMillis - 1 - (long) (times.uniform(userId, number) * (withinMillis - 1));
    }
}
