package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.population.Trace.Kind;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The habits of honest users in the 30 days before the story: every device has logged in, every saved address has
 * received. The last day is told at the pace of the story, so that windows of a day are as full at its beginning as ever,
 * and nothing drifts because memory fills.
 */
public final class Past {

    /** How long before the start the first trace can lie. */
    public static final long LENGTH_MILLIS = TimeUnit.DAYS.toMillis(30);

    private static final double RECENT_DEVICE = 0.05;
    private static final long RECENT_DEVICE_MILLIS = TimeUnit.DAYS.toMillis(2);
    /** Since the last change of a credential; what a week of errands and logins amounts to. */
    private static final double PASSWORD_AGE_MEAN_HOURS = 135;

    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);
    private static final double MILLIS_PER_HOUR = 3_600_000;
    private static final int FIRST_ERRAND = 1_000;
    private static final int FIRST_REWARD = 2_000;
    private static final int WEEK_DAYS = 7;

    private final Addresses addresses;
    private final Sessions sessions;
    private final Sources sources;
    private final Campaigns campaigns;
    private final Draws times;
    private final Draws habits;
    private final long startMillis;

    public Past(Chance chance, Addresses addresses, long startMillis) {
        this.addresses = addresses;
        sessions = new Sessions(chance);
        sources = new Sources(addresses, chance);
        campaigns = new Campaigns(chance);
        times = chance.about("population.past.time");
        habits = chance.about("population.past");
        this.startMillis = startMillis;
    }

    /** Tells the traces of one user, in no order; a dozen of them, none from before the account was opened. */
    public void of(User user, Consumer<Trace> trace) {
        long openedMillis = user.account().openedAtMillis();
        Consumer<Trace> told = past -> {
            if (past.timeMillis() >= openedMillis) {
                trace.accept(past);
            }
        };
        sessions(user, told);
        deposit(user, told);
        rewards(user, told);
        long[] saved = user.savedAddresses();
        for (int i = 0; i < saved.length; i++) {
            told.accept(withdrawal(user, saved[i], before(LENGTH_MILLIS, user.id(), 30 + i), i));
        }
        lastDay(user, told);
    }

    private void sessions(User user, Consumer<Trace> trace) {
        long id = user.id();
        long[] devices = user.knownDevices();
        for (int i = 0; i < devices.length; i++) {
            boolean isRecent = i == devices.length - 1 && habits.happens(RECENT_DEVICE, id, 0);
            trace.accept(login(before(isRecent ? RECENT_DEVICE_MILLIS : LENGTH_MILLIS, id, i), user, devices[i], i));
        }
        trace.accept(login(before(LENGTH_MILLIS / 5, id, 20), user, user.mainDevice(), 20));
        if (user.habit().hasKey()) {
            long timeMillis = before(LENGTH_MILLIS, id, 23);
            trace.accept(Trace.login(timeMillis, user, sessions.byProgram(user, timeMillis)));
        }
        if (habits.happens(Ways.NEW_SIM_LAST_WEEK, id, 27)) {
            long timeMillis = before(WEEK_DAYS * DAY_MILLIS, id, 27);
            trace.accept(new Trace(timeMillis, user, Kind.SIM_CHANGE, user.mainDevice(), 0, 0));
        }
        trace.accept(purchase(user, before(LENGTH_MILLIS, id, 24)));
        long changedBefore = (long) (times.exponential(PASSWORD_AGE_MEAN_HOURS, id, 21) * MILLIS_PER_HOUR);
        if (changedBefore < LENGTH_MILLIS) {
            trace.accept(Trace.passwordChange(startMillis - 1 - changedBefore, user, user.mainDevice()));
        }
    }

    private Trace purchase(User user, long timeMillis) {
        long balanceCents = Math.max(2 * Floor.LEAST_CENTS, user.wealthCents());
        long amountCents =
                Math.max(Floor.LEAST_CENTS, (long) (balanceCents * habits.between(0.05, 0.6, user.id(), 25)));
        if (user.habit().hasKey()) {
            long network = sessions.byProgram(user, timeMillis).networkId();
            long apiKey = sessions.apiKey(user);
            return new Trace(timeMillis, user, Kind.PURCHASE_BY_PROGRAM, apiKey, network, amountCents, balanceCents);
        }
        Session session = sessions.inPerson(user, user.mainDevice(), habits.bits(user.id(), 26), timeMillis);
        return new Trace(
                timeMillis, user, Kind.PURCHASE, session.deviceId(), session.networkId(), amountCents, balanceCents);
    }

    private Trace login(long timeMillis, User user, long deviceId, int number) {
        Session session = sessions.inPerson(user, deviceId, habits.bits(user.id(), -number), timeMillis);
        return Trace.login(timeMillis, user, session);
    }

    private void deposit(User user, Consumer<Trace> trace) {
        long id = user.id();
        double factor = user.habit() == Habit.CLAIMER ? Ways.CLAIMER_DEPOSIT_FACTOR : 1;
        long amountCents =
                Math.max(Floor.LEAST_CENTS, (long) (factor * user.wealthCents() * habits.logNormal(0.5, 0.6, id, 2)));
        long before = (long) (times.exponential(24 / Assumptions.DEPOSITS_PER_DAY, id, 22) * MILLIS_PER_HOUR);
        Source source = sources.of(user, habits.bits(id, 3));
        Kind kind = switch (source.funding()) {
            case REWARD -> Kind.REWARD;
            case CRYPTO -> Kind.COIN_DEPOSIT;
            case BANK -> Kind.BANK_DEPOSIT;
            case CARD -> Kind.CARD_DEPOSIT;
        };
        trace.accept(new Trace(startMillis - 1 - before, user, kind, source.id(), amountCents, 0));
    }

    /** What promotions of the last week paid. */
    private void rewards(User user, Consumer<Trace> trace) {
        long id = user.id();
        double claims = user.habit() == Habit.CLAIMER ? 1 : Ways.CLAIMS_BY_THE_WAY;
        int count = times.poisson(WEEK_DAYS * Ways.CLAIMS_PER_DAY * claims, id, FIRST_REWARD);
        for (int i = FIRST_REWARD + 1; i <= FIRST_REWARD + count; i++) {
            double usd = habits.logNormal(Ways.CLAIM_MEDIAN_USD, Ways.CLAIM_SIGMA, id, i);
            long timeMillis = before(WEEK_DAYS * DAY_MILLIS, id, i);
            long amountCents = Math.max(Floor.LEAST_CENTS, (long) (100 * usd));
            trace.accept(new Trace(timeMillis, user, Kind.REWARD, campaigns.id(user, timeMillis), amountCents, 0));
        }
    }

    private void lastDay(User user, Consumer<Trace> trace) {
        long id = user.id();
        int errands = times.poisson(Assumptions.WITHDRAWALS_PER_DAY, id, FIRST_ERRAND);
        for (int i = FIRST_ERRAND + 1; i <= FIRST_ERRAND + errands; i++) {
            long timeMillis = before(DAY_MILLIS, id, i);
            long address = habits.happens(Ways.NEW_ADDRESS, id, i)
                    ? addresses.fresh(habits.bits(id, i), timeMillis)
                    : user.addresses().pick(times.uniform(~id, i));
            trace.accept(withdrawal(user, address, timeMillis, i));
        }
    }

    private Trace withdrawal(User user, long addressId, long timeMillis, int number) {
        long balanceCents = Math.max(2 * Floor.LEAST_CENTS, user.wealthCents());
        double share = habits.between(0.05, 0.9, user.id(), 10 + number);
        long amountCents = Math.max(Floor.LEAST_CENTS, (long) (balanceCents * share * share));
        Session session = sessions.inPerson(user, user.mainDevice(), habits.bits(user.id(), 500L + number), timeMillis);
        return new Trace(timeMillis, user, Kind.WITHDRAWAL, addressId, session.networkId(), amountCents, balanceCents);
    }

    private long before(long withinMillis, long userId, int number) {
        return startMillis - 1 - (long) (times.uniform(userId, number) * (withinMillis - 1));
    }
}
