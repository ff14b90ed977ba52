package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.AddressGenerator;
import firedrill.ingest.account.Archetype;
import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.CustomerParameters;
import firedrill.ingest.account.SessionGenerator;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.BehaviourParameters;
import firedrill.ingest.customer.behaviour.HistoricalActivity.HistoricalActivityKind;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The habits of honest users in the 30 days before the story: every device has logged in, every saved address has
 * received. The last day is told at the pace of the story, so that windows of a day are as full at its beginning as ever,
 * and nothing drifts because memory fills.
 */
public final class HistoryGenerator {

    /** How long before the start the first trace can lie. */
    public static final long HISTORY_MILLIS = TimeUnit.DAYS.toMillis(30);

    private static final double RECENT_DEVICE = 0.05;
    private static final long RECENT_DEVICE_MILLIS = TimeUnit.DAYS.toMillis(2);
    /** Since the last change of a credential; what a week of errands and logins amounts to. */
    private static final double PASSWORD_AGE_MEAN_HOURS = 135;

    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);
    private static final double MILLIS_PER_HOUR = 3_600_000;
    private static final int FIRST_WITHDRAWAL_INDEX = 1_000;
    private static final int FIRST_REWARD_INDEX = 2_000;
    private static final int WEEK_DAYS = 7;

    private final AddressGenerator addresses;
    private final SessionGenerator sessions;
    private final DepositSourceGenerator sources;
    private final PromotionCampaigns campaigns;
    private final RandomStream times;
    private final RandomStream details;
    private final long startMillis;

    public HistoryGenerator(RandomSource chance, AddressGenerator addresses, long startMillis) {
        this.addresses = addresses;
        sessions = new SessionGenerator(chance);
        sources = new DepositSourceGenerator(addresses, chance);
        campaigns = new PromotionCampaigns(chance);
        times = chance.stream("population.past.time");
        details = chance.stream("population.past");
        this.startMillis = startMillis;
    }

    /** Tells the traces of one user, in no order; a dozen of them, none from before the account was opened. */
    public void generate(User user, Consumer<HistoricalActivity> trace) {
        long openedMillis = user.account().openedAtMillis();
        Consumer<HistoricalActivity> told = past -> {
            if (past.timeMillis() >= openedMillis) {
                trace.accept(past);
            }
        };
        sessions(user, told);
        deposit(user, told);
        rewards(user, told);
        long[] saved = user.savedAddressIds();
        for (int i = 0; i < saved.length; i++) {
            told.accept(withdrawal(user, saved[i], before(HISTORY_MILLIS, user.id(), 30 + i), i));
        }
        lastDay(user, told);
    }

    private void sessions(User user, Consumer<HistoricalActivity> trace) {
        long id = user.id();
        long[] devices = user.knownDeviceIds();
        for (int i = 0; i < devices.length; i++) {
            boolean isRecent = i == devices.length - 1 && details.bernoulli(RECENT_DEVICE, id, 0);
            trace.accept(login(before(isRecent ? RECENT_DEVICE_MILLIS : HISTORY_MILLIS, id, i), user, devices[i], i));
        }
        trace.accept(login(before(HISTORY_MILLIS / 5, id, 20), user, user.mainDeviceId(), 20));
        if (user.archetype().hasApiKey()) {
            long timeMillis = before(HISTORY_MILLIS, id, 23);
            trace.accept(HistoricalActivity.login(timeMillis, user, sessions.apiSession(user, timeMillis)));
        }
        if (details.bernoulli(BehaviourParameters.NEW_SIM_LAST_WEEK, id, 27)) {
            long timeMillis = before(WEEK_DAYS * DAY_MILLIS, id, 27);
            trace.accept(new HistoricalActivity(
                    timeMillis, user, HistoricalActivityKind.SIM_CHANGE, user.mainDeviceId(), 0, 0));
        }
        trace.accept(purchase(user, before(HISTORY_MILLIS, id, 24)));
        long changedBefore = (long) (times.exponential(PASSWORD_AGE_MEAN_HOURS, id, 21) * MILLIS_PER_HOUR);
        if (changedBefore < HISTORY_MILLIS) {
            trace.accept(HistoricalActivity.passwordChange(startMillis - 1 - changedBefore, user, user.mainDeviceId()));
        }
    }

    private HistoricalActivity purchase(User user, long timeMillis) {
        long balanceCents = Math.max(2 * ExchangeApi.MIN_AMOUNT_CENTS, user.wealthCents());
        long amountCents = Math.max(
                ExchangeApi.MIN_AMOUNT_CENTS, (long) (balanceCents * details.uniformBetween(0.05, 0.6, user.id(), 25)));
        if (user.archetype().hasApiKey()) {
            long network = sessions.apiSession(user, timeMillis).networkId();
            long apiKey = sessions.apiKeyId(user);
            return new HistoricalActivity(
                    timeMillis, user, HistoricalActivityKind.API_PURCHASE, apiKey, network, amountCents, balanceCents);
        }
        ClientSession session =
                sessions.userSession(user, user.mainDeviceId(), details.bits(user.id(), 26), timeMillis);
        return new HistoricalActivity(
                timeMillis,
                user,
                HistoricalActivityKind.PURCHASE,
                session.deviceId(),
                session.networkId(),
                amountCents,
                balanceCents);
    }

    private HistoricalActivity login(long timeMillis, User user, long deviceId, int number) {
        ClientSession session = sessions.userSession(user, deviceId, details.bits(user.id(), -number), timeMillis);
        return HistoricalActivity.login(timeMillis, user, session);
    }

    private void deposit(User user, Consumer<HistoricalActivity> trace) {
        long id = user.id();
        double factor =
                user.archetype() == Archetype.PROMO_HUNTER ? BehaviourParameters.PROMO_HUNTER_DEPOSIT_FACTOR : 1;
        long amountCents = Math.max(ExchangeApi.MIN_AMOUNT_CENTS, (long)
                (factor * user.wealthCents() * details.logNormal(0.5, 0.6, id, 2)));
        long before = (long) (times.exponential(24 / CustomerParameters.DEPOSITS_PER_DAY, id, 22) * MILLIS_PER_HOUR);
        DepositSource source = sources.sourceFor(user, details.bits(id, 3));
        HistoricalActivityKind kind = switch (source.funding()) {
            case REWARD -> HistoricalActivityKind.REWARD;
            case CRYPTO -> HistoricalActivityKind.CRYPTO_DEPOSIT;
            case BANK -> HistoricalActivityKind.BANK_DEPOSIT;
            case CARD -> HistoricalActivityKind.CARD_DEPOSIT;
        };
        trace.accept(new HistoricalActivity(startMillis - 1 - before, user, kind, source.sourceId(), amountCents, 0));
    }

    /** What promotions of the last week paid. */
    private void rewards(User user, Consumer<HistoricalActivity> trace) {
        long id = user.id();
        double claims = user.archetype() == Archetype.PROMO_HUNTER ? 1 : BehaviourParameters.OCCASIONAL_CLAIM;
        int count = times.poisson(WEEK_DAYS * BehaviourParameters.CLAIMS_PER_DAY * claims, id, FIRST_REWARD_INDEX);
        for (int i = FIRST_REWARD_INDEX + 1; i <= FIRST_REWARD_INDEX + count; i++) {
            double usd =
                    details.logNormal(BehaviourParameters.CLAIM_MEDIAN_USD, BehaviourParameters.CLAIM_SIGMA, id, i);
            long timeMillis = before(WEEK_DAYS * DAY_MILLIS, id, i);
            long amountCents = Math.max(ExchangeApi.MIN_AMOUNT_CENTS, (long) (100 * usd));
            trace.accept(new HistoricalActivity(
                    timeMillis,
                    user,
                    HistoricalActivityKind.REWARD,
                    campaigns.payerId(user, timeMillis),
                    amountCents,
                    0));
        }
    }

    private void lastDay(User user, Consumer<HistoricalActivity> trace) {
        long id = user.id();
        int errands = times.poisson(CustomerParameters.WITHDRAWALS_PER_DAY, id, FIRST_WITHDRAWAL_INDEX);
        for (int i = FIRST_WITHDRAWAL_INDEX + 1; i <= FIRST_WITHDRAWAL_INDEX + errands; i++) {
            long timeMillis = before(DAY_MILLIS, id, i);
            long address = details.bernoulli(BehaviourParameters.NEW_ADDRESS, id, i)
                    ? addresses.newAddress(details.bits(id, i), timeMillis)
                    : user.addressIds().sample(times.uniform(~id, i));
            trace.accept(withdrawal(user, address, timeMillis, i));
        }
    }

    private HistoricalActivity withdrawal(User user, long addressId, long timeMillis, int number) {
        long balanceCents = Math.max(2 * ExchangeApi.MIN_AMOUNT_CENTS, user.wealthCents());
        double share = details.uniformBetween(0.05, 0.9, user.id(), 10 + number);
        long amountCents = Math.max(ExchangeApi.MIN_AMOUNT_CENTS, (long) (balanceCents * share * share));
        ClientSession session =
                sessions.userSession(user, user.mainDeviceId(), details.bits(user.id(), 500L + number), timeMillis);
        return new HistoricalActivity(
                timeMillis,
                user,
                HistoricalActivityKind.WITHDRAWAL,
                addressId,
                session.networkId(),
                amountCents,
                balanceCents);
    }

    private long before(long withinMillis, long userId, int number) {
        return startMillis - 1 - (long) (times.uniform(userId, number) * (withinMillis - 1));
    }
}
