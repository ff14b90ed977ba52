package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.Archetype;
import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.SessionGenerator;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.CustomerParameters;
import firedrill.ingest.customer.HistoryParameters;
import firedrill.ingest.customer.behaviour.HistoricalActivity.HistoricalActivityKind;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.parameters.UniformRange;
import firedrill.ingest.random.RandomStream;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Generates the settled history of each customer before the start: every device has logged in, every saved address has
 * received. The last day has the full rate of activity, so state stores and one-day windows are full at the start and
 * nothing drifts while they fill.
 */
public final class HistoryGenerator {

    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);
    private static final double HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);
    private static final double HOURS_PER_DAY = 24;
    private static final int DAYS_PER_WEEK = 7;
    private static final int CENTS = 100;
    /** Repetition of the session draw of the last login. */
    private static final int LAST_LOGIN = 20;

    private final CustomerContext context;
    private final CustomerParameters customers;
    private final HistoryParameters parameters;
    private final SessionGenerator sessions;
    private final DepositSourceGenerator sources;
    private final PromotionCampaigns campaigns;
    private final RandomStream times;
    private final RandomStream details;
    private final long historyMillis;
    private final long startMillis;

    public HistoryGenerator(CustomerContext context, long startMillis) {
        this.context = context;
        this.startMillis = startMillis;
        customers = context.parameters();
        parameters = customers.history();
        sessions = context.sessions();
        sources = new DepositSourceGenerator(context);
        campaigns = new PromotionCampaigns(customers.promotions(), context.random());
        times = context.random().stream(BehaviourStream.HISTORY_TIME);
        details = context.random().stream(BehaviourStream.HISTORY_DETAIL);
        historyMillis = parameters.days() * DAY_MILLIS;
    }

    /** Emits the activity of one user, in no order; some dozen, none from before the account was opened. */
    public void generate(User user, Consumer<HistoricalActivity> history) {
        long openedMillis = user.account().openedAtMillis();
        Consumer<HistoricalActivity> sinceOpening = activity -> {
            if (activity.timeMillis() >= openedMillis) {
                history.accept(activity);
            }
        };
        generateLogins(user, sinceOpening);
        generateCredentialChanges(user, sinceOpening);
        sinceOpening.accept(purchase(user));
        sinceOpening.accept(deposit(user));
        generateRewards(user, sinceOpening);
        generateSavedWithdrawals(user, sinceOpening);
        generateLastDayWithdrawals(user, sinceOpening);
    }

    private void generateLogins(User user, Consumer<HistoricalActivity> history) {
        long id = user.id();
        long[] devices = user.knownDeviceIds();
        long recentMillis = parameters.recentDeviceDays() * DAY_MILLIS;
        for (int i = 0; i < devices.length; i++) {
            boolean isRecent = i == devices.length - 1
                    && details.bernoulli(parameters.recentDeviceShare(), id, HistoryDraw.RECENT_DEVICE);
            long withinMillis = isRecent ? recentMillis : historyMillis;
            long timeMillis = timeWithin(withinMillis, id, HistoryTimeDraw.DEVICE_LOGIN, i);
            history.accept(login(timeMillis, user, devices[i], i));
        }
        long lastMillis = timeWithin(parameters.lastLoginWithinDays() * DAY_MILLIS, id, HistoryTimeDraw.LAST_LOGIN, 0);
        history.accept(login(lastMillis, user, user.mainDeviceId(), LAST_LOGIN));
        if (user.archetype().hasApiKey()) {
            long timeMillis = timeWithin(historyMillis, id, HistoryTimeDraw.API_LOGIN, 0);
            history.accept(HistoricalActivity.login(timeMillis, user, sessions.apiSession(user, timeMillis)));
        }
    }

    private HistoricalActivity login(long timeMillis, User user, long deviceId, int number) {
        long key = details.bits(user.id(), HistoryDraw.LOGIN_SESSION, number);
        return HistoricalActivity.login(timeMillis, user, sessions.userSession(user, deviceId, key, timeMillis));
    }

    private void generateCredentialChanges(User user, Consumer<HistoricalActivity> history) {
        long id = user.id();
        if (details.bernoulli(parameters.newSimLastWeek(), id, HistoryDraw.NEW_SIM)) {
            long timeMillis = timeWithin(DAYS_PER_WEEK * DAY_MILLIS, id, HistoryTimeDraw.SIM_CHANGE, 0);
            history.accept(new HistoricalActivity(
                    timeMillis, user, HistoricalActivityKind.SIM_CHANGE, user.mainDeviceId(), 0, 0));
        }
        double ageHours = times.exponential(parameters.passwordAgeMeanHours(), id, HistoryTimeDraw.PASSWORD_CHANGE);
        long ageMillis = (long) (ageHours * HOUR_MILLIS);
        if (ageMillis < historyMillis) {
            history.accept(HistoricalActivity.passwordChange(startMillis - 1 - ageMillis, user, user.mainDeviceId()));
        }
    }

    private HistoricalActivity purchase(User user) {
        long timeMillis = timeWithin(historyMillis, user.id(), HistoryTimeDraw.PURCHASE, 0);
        long balanceCents = balanceCents(user);
        UniformRange range = parameters.purchaseFraction();
        double fraction = details.uniformBetween(range.min(), range.max(), user.id(), HistoryDraw.PURCHASE_FRACTION);
        long amountCents = atLeastMinimum(balanceCents * fraction);
        if (user.archetype().hasApiKey()) {
            return new HistoricalActivity(
                    timeMillis,
                    user,
                    HistoricalActivityKind.API_PURCHASE,
                    sessions.apiKeyId(user),
                    sessions.apiSession(user, timeMillis).networkId(),
                    amountCents,
                    balanceCents);
        }
        long key = details.bits(user.id(), HistoryDraw.PURCHASE_SESSION);
        ClientSession session = sessions.userSession(user, user.mainDeviceId(), key, timeMillis);
        return new HistoricalActivity(
                timeMillis,
                user,
                HistoricalActivityKind.PURCHASE,
                session.deviceId(),
                session.networkId(),
                amountCents,
                balanceCents);
    }

    private HistoricalActivity deposit(User user) {
        long id = user.id();
        double ratio = details.logNormal(
                parameters.depositToWealthMedian(), parameters.depositSigma(), id, HistoryDraw.DEPOSIT_AMOUNT);
        double factor = customers.deposits().amountFactor(user.archetype());
        double meanHours = HOURS_PER_DAY / customers.rates().depositsPerDay();
        long ageMillis = (long) (times.exponential(meanHours, id, HistoryTimeDraw.DEPOSIT) * HOUR_MILLIS);
        DepositSource source = sources.sourceFor(user, details.bits(id, HistoryDraw.DEPOSIT_SOURCE));
        return new HistoricalActivity(
                startMillis - 1 - ageMillis,
                user,
                depositKind(source.funding()),
                source.sourceId(),
                atLeastMinimum(factor * user.wealthCents() * ratio),
                0);
    }

    private static HistoricalActivityKind depositKind(PaymentRail rail) {
        return switch (rail) {
            case REWARD -> HistoricalActivityKind.REWARD;
            case CRYPTO -> HistoricalActivityKind.CRYPTO_DEPOSIT;
            case BANK -> HistoricalActivityKind.BANK_DEPOSIT;
            case CARD -> HistoricalActivityKind.CARD_DEPOSIT;
        };
    }

    /** Rewards of the last week. */
    private void generateRewards(User user, Consumer<HistoricalActivity> history) {
        long id = user.id();
        double claims = user.archetype() == Archetype.PROMO_HUNTER
                ? 1
                : customers.promotions().occasionalClaim();
        double mean = DAYS_PER_WEEK * customers.rates().promotionsPerDay() * claims;
        int count = times.poisson(mean, id, HistoryTimeDraw.REWARD_COUNT);
        for (int i = 0; i < count; i++) {
            double usd = details.logNormal(
                    customers.promotions().rewardMedianUsd(),
                    customers.promotions().rewardSigma(),
                    id,
                    HistoryDraw.REWARD_AMOUNT,
                    i);
            long timeMillis = timeWithin(DAYS_PER_WEEK * DAY_MILLIS, id, HistoryTimeDraw.REWARD, i);
            history.accept(new HistoricalActivity(
                    timeMillis,
                    user,
                    HistoricalActivityKind.REWARD,
                    campaigns.payerId(user, timeMillis),
                    atLeastMinimum(CENTS * usd),
                    0));
        }
    }

    private void generateSavedWithdrawals(User user, Consumer<HistoricalActivity> history) {
        long[] saved = user.savedAddressIds();
        for (int i = 0; i < saved.length; i++) {
            double root = withdrawalRoot(user, HistoryDraw.SAVED_WITHDRAWAL_FRACTION, i);
            long key = details.bits(user.id(), HistoryDraw.SAVED_WITHDRAWAL_SESSION, i);
            long timeMillis = timeWithin(historyMillis, user.id(), HistoryTimeDraw.SAVED_WITHDRAWAL, i);
            history.accept(withdrawal(user, saved[i], timeMillis, root, key));
        }
    }

    private void generateLastDayWithdrawals(User user, Consumer<HistoricalActivity> history) {
        long id = user.id();
        int count = times.poisson(customers.rates().withdrawalsPerDay(), id, HistoryTimeDraw.WITHDRAWAL_COUNT);
        for (int i = 0; i < count; i++) {
            long timeMillis = timeWithin(DAY_MILLIS, id, HistoryTimeDraw.WITHDRAWAL, i);
            double newAddress = customers.withdrawals().routine().newAddress();
            long addressId = details.bernoulli(newAddress, id, HistoryDraw.NEW_ADDRESS, i)
                    ? context.addresses().newAddress(details.bits(id, HistoryDraw.ADDRESS_KEY, i), timeMillis)
                    : user.addressIds().sample(times.uniform(~id, HistoryTimeDraw.WITHDRAWAL, i));
            double root = withdrawalRoot(user, HistoryDraw.WITHDRAWAL_FRACTION, i);
            long key = details.bits(id, HistoryDraw.WITHDRAWAL_SESSION, i);
            history.accept(withdrawal(user, addressId, timeMillis, root, key));
        }
    }

    /** Square root of the share of the balance that is withdrawn. */
    private double withdrawalRoot(User user, HistoryDraw draw, int number) {
        UniformRange range = parameters.withdrawalFraction();
        return details.uniformBetween(range.min(), range.max(), user.id(), draw, number);
    }

    private HistoricalActivity withdrawal(User user, long addressId, long timeMillis, double root, long key) {
        long balanceCents = balanceCents(user);
        ClientSession session = sessions.userSession(user, user.mainDeviceId(), key, timeMillis);
        return new HistoricalActivity(
                timeMillis,
                user,
                HistoricalActivityKind.WITHDRAWAL,
                addressId,
                session.networkId(),
                atLeastMinimum(balanceCents * root * root),
                balanceCents);
    }

    private static long balanceCents(User user) {
        return Math.max(2 * ExchangeApi.MIN_AMOUNT_CENTS, user.wealthCents());
    }

    private static long atLeastMinimum(double cents) {
        return Math.max(ExchangeApi.MIN_AMOUNT_CENTS, (long) cents);
    }

    /** A time before the start, uniform within this duration. */
    private long timeWithin(long withinMillis, long userId, HistoryTimeDraw draw, int number) {
        return startMillis - 1 - (long) (times.uniform(userId, draw, number) * (withinMillis - 1));
    }
}
