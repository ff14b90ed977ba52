package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.AddressGenerator;
import firedrill.ingest.account.Archetype;
import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.SessionGenerator;
import firedrill.ingest.account.User;
import firedrill.ingest.account.Wallet;
import firedrill.ingest.customer.ActivityType;
import firedrill.ingest.customer.BehaviourParameters;
import firedrill.ingest.customer.MarketStress;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.exchange.api.Actor;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;

/**
 * How honest users withdraw: usually some of the balance, to a saved address, from a known device. But also from a new
 * phone after a password reset, to a new wallet, everything at once, after selling out, with a small test first: each of
 * these is what thieves do too. In panic they take everything, mostly to old addresses, and most come back later.
 */
final class WithdrawalBehaviour {

    private static final long MINUTE = 60_000;

    private enum WithdrawalDraw {
        PANICS,
        NEW_DEVICE,
        DEVICE,
        RESETS,
        RESET_TIME,
        CREDENTIAL,
        WAITS_AFTER_RESET,
        WAIT,
        NEW_ADDRESS,
        ADDRESS,
        DRAINS,
        FRACTION,
        LOGS_IN,
        LOGIN_TO_WITHDRAWAL,
        SELLS,
        SELL_TO_WITHDRAWAL,
        TESTS,
        TEST_AMOUNT,
        TEST_TO_WITHDRAWAL,
        LOGS_IN_TWICE,
        SECOND_LOGIN,
        TAKES_REST,
        REST_TIME,
        RETURNS,
        RETURN_TIME,
        RETURN_AMOUNT,
        NEW_SIM
    }

    /** What a user set out to do. */
    private record WithdrawalPlan(
            Intent intent, WithdrawalContext context, long addressId, boolean isNewAddress, boolean isFullWithdrawal) {

        User user() {
            return intent.user();
        }

        long key() {
            return intent.key();
        }
    }

    private final ExchangeApi floor;
    private final AddressGenerator addresses;
    private final SessionGenerator sessions;
    private final Actor honest;
    private final TradingBehaviour trading;
    private final MarketStress mood;
    private final RandomStream draws;
    private final RandomStream devices;
    private final RandomStream parts;
    private final RecurringAmounts instalments;

    WithdrawalBehaviour(
            ExchangeApi floor,
            AddressGenerator addresses,
            SessionGenerator sessions,
            Actor honest,
            TradingBehaviour trading,
            MarketStress mood,
            RandomSource chance) {
        this.floor = floor;
        this.addresses = addresses;
        this.sessions = sessions;
        this.honest = honest;
        this.trading = trading;
        this.mood = mood;
        draws = chance.stream("population.withdrawal");
        devices = chance.stream("population.device.new");
        parts = chance.stream("population.withdrawal.part");
        instalments = new RecurringAmounts(chance);
    }

    void startWithdrawal(User user, long key) {
        boolean panics = happens(1 - 1 / mood.multiplier(ActivityType.WITHDRAWAL), key, WithdrawalDraw.PANICS);
        WithdrawalContext manner = panics ? WithdrawalContext.PANIC : WithdrawalContext.ROUTINE;
        boolean travels = sessions.isAbroad(user, floor.nowMillis());
        boolean isNewDevice = !travels && happens(manner.newDeviceProbability, key, WithdrawalDraw.NEW_DEVICE);
        long device =
                isNewDevice ? devices.randomId(key, 0) : user.deviceIds().sample(uniform(key, WithdrawalDraw.DEVICE));
        boolean resets = happens(manner.resetProbability(isNewDevice), key, WithdrawalDraw.RESETS);
        boolean hasChanged = isNewDevice || resets;
        boolean isNewAddress =
                !travels && happens(manner.newAddressProbability(hasChanged), key, WithdrawalDraw.NEW_ADDRESS);
        long address = isNewAddress
                ? addresses.newAddress(key, floor.nowMillis())
                : user.addressIds().sample(uniform(key, WithdrawalDraw.ADDRESS));
        ClientSession session = panics && isNewDevice
                ? sessions.dormantUserSession(user, device, key)
                : sessions.userSession(user, device, key, floor.nowMillis());
        user.deviceIds().add(device);
        user.addressIds().add(address);
        boolean drains = happens(manner.fullWithdrawalProbability(isNewAddress), key, WithdrawalDraw.DRAINS);
        var errand = new WithdrawalPlan(new Intent(user, session, key, honest), manner, address, isNewAddress, drains);
        if (panics || hasChanged || happens(BehaviourParameters.LOGIN_BEFORE_WITHDRAWAL, key, WithdrawalDraw.LOGS_IN)) {
            logIn(errand, isNewDevice);
        }
        long begins = resets ? reset(errand) : floor.nowMillis();
        long takes = prepare(errand, begins);
        floor.schedule(takes, () -> take(errand));
        if (panics) {
            panic(errand, takes);
        }
    }

    /** A new phone may come with a new card. */
    private void logIn(WithdrawalPlan errand, boolean isNewDevice) {
        ClientSession session = errand.intent().session();
        if (isNewDevice && happens(BehaviourParameters.NEW_DEVICE_NEW_SIM, errand.key(), WithdrawalDraw.NEW_SIM)) {
            floor.changeCredential(errand.user(), session.deviceId(), Credential.SIM);
        }
        floor.login(errand.user(), session, sessions.presentedFactor(errand.user(), isNewDevice, errand.key()));
    }

    /** Everything goes to a wallet of the user's own, from the device at hand: nothing else is unusual. */
    void withdrawLargestHolding(User user, long key) {
        withdrawToNewAddress(user, user.wallet().largestHolding(floor.prices()), key);
    }

    /** Everything of one asset goes to a new wallet of the user's own. */
    void withdrawToNewAddress(User user, Asset asset, long key) {
        long address = addresses.newAddress(key, floor.nowMillis());
        user.addressIds().add(address);
        ClientSession session = sessions.userSession(user, user.mainDeviceId(), key, floor.nowMillis());
        floor.withdraw(new Intent(user, session, key, honest), asset, address, Long.MAX_VALUE);
    }

    /** All cash goes to where the user takes money as a rule, from the device at hand. */
    void withdrawCash(User user, long key) {
        long address = user.addressIds().sample(uniform(key, WithdrawalDraw.ADDRESS));
        ClientSession session = sessions.userSession(user, user.mainDeviceId(), key, floor.nowMillis());
        floor.withdraw(new Intent(user, session, key, honest), Asset.CASH, address, Long.MAX_VALUE);
    }

    /** Changes a credential soon, and says from when on the withdrawal can go on. */
    private long reset(WithdrawalPlan errand) {
        long key = errand.key();
        long changes = floor.nowMillis() + between(1, 4, key, WithdrawalDraw.RESET_TIME);
        var credential = happens(0.6, key, WithdrawalDraw.CREDENTIAL) ? Credential.PASSWORD : Credential.TWO_FACTOR;
        floor.schedule(
                changes,
                () -> floor.changeCredential(
                        errand.user(), errand.intent().session().deviceId(), credential));
        boolean waits = errand.context() == WithdrawalContext.ROUTINE
                && happens(BehaviourParameters.WAIT_AFTER_RESET, key, WithdrawalDraw.WAITS_AFTER_RESET);
        return changes
                + (waits
                        ? between(60, 30 * 60, key, WithdrawalDraw.WAIT)
                        : about(BehaviourParameters.RESET_TO_WITHDRAWAL_MEAN_MINUTES, key, WithdrawalDraw.WAIT));
    }

    /** Schedules what comes before the withdrawal, and says when that follows. */
    private long prepare(WithdrawalPlan errand, long begins) {
        long key = errand.key();
        WithdrawalContext manner = errand.context();
        long next = begins
                + MINUTE / 2
                + about(manner.loginToWithdrawalMeanMinutes, key, WithdrawalDraw.LOGIN_TO_WITHDRAWAL);
        if (errand.isFullWithdrawal() && happens(manner.sellFirstProbability, key, WithdrawalDraw.SELLS)) {
            floor.schedule(next, () -> sellAll(errand));
            next += between(1, 5, key, WithdrawalDraw.SELL_TO_WITHDRAWAL);
        }
        if (errand.isNewAddress() && happens(BehaviourParameters.TEST_NEW_ADDRESS, key, WithdrawalDraw.TESTS)) {
            floor.schedule(next, () -> test(errand));
            next += between(2, 20, key, WithdrawalDraw.TEST_TO_WITHDRAWAL);
        }
        return next;
    }

    private void panic(WithdrawalPlan errand, long takes) {
        long key = errand.key();
        User user = errand.user();
        if (happens(BehaviourParameters.PANIC_SECOND_LOGIN, key, WithdrawalDraw.LOGS_IN_TWICE)) {
            floor.schedule(takes - 1, () -> logIn(errand, false));
        }
        if (happens(BehaviourParameters.PANIC_SECOND_WITHDRAWAL, key, WithdrawalDraw.TAKES_REST)) {
            floor.schedule(takes + between(1, 8, key, WithdrawalDraw.REST_TIME), () -> takeRest(errand));
        }
        if (happens(BehaviourParameters.PANIC_REDEPOSIT, key, WithdrawalDraw.RETURNS)) {
            double share = draws.logNormal(
                    BehaviourParameters.PANIC_REDEPOSIT_TO_WEALTH,
                    BehaviourParameters.DEPOSIT_SIGMA,
                    key,
                    WithdrawalDraw.RETURN_AMOUNT.ordinal());
            long amountCents = Math.max(ExchangeApi.MIN_AMOUNT_CENTS, (long) (share * user.wealthCents()));
            long returns =
                    takes + about(BehaviourParameters.PANIC_REDEPOSIT_MEAN_MINUTES, key, WithdrawalDraw.RETURN_TIME);
            floor.schedule(returns, () -> comeBack(errand, amountCents));
        }
    }

    private void sellAll(WithdrawalPlan errand) {
        User user = errand.user();
        Asset coin = user.wallet().largestCoin(floor.prices());
        trading.sellAll(user, coin, errand.intent().session().deviceId(), parts.bits(errand.key(), 0));
    }

    /** From where it went, in the coin that the user favours. */
    private void comeBack(WithdrawalPlan errand, long amountCents) {
        User user = errand.user();
        floor.deposit(
                user, user.preferredCoin(), amountCents, new DepositSource(PaymentRail.CRYPTO, errand.addressId(), 0));
    }

    private void test(WithdrawalPlan errand) {
        long amountCents =
                (long) draws.uniformBetween(1_500, 6_000, errand.key(), WithdrawalDraw.TEST_AMOUNT.ordinal());
        withdraw(errand, 1, amountCents);
    }

    private void take(WithdrawalPlan errand) {
        Wallet wallet = errand.user().wallet();
        Prices prices = floor.prices();
        floor.withdraw(
                errand.intent(),
                wallet.largestHolding(prices),
                errand.addressId(),
                wantedCents(errand, wallet.availableCents(prices)));
    }

    private long wantedCents(WithdrawalPlan errand, long freeCents) {
        if (errand.isFullWithdrawal()) {
            return Long.MAX_VALUE;
        }
        boolean isInstalment = errand.user().archetype() == Archetype.RECURRING_BUYER;
        return isInstalment ? instalments.amountCents(errand.user()) : (long) (fraction(errand.key()) * freeCents);
    }

    private void takeRest(WithdrawalPlan errand) {
        withdraw(errand, 2, Long.MAX_VALUE);
    }

    /** A withdrawal beside the main one, with draws of its own. */
    private void withdraw(WithdrawalPlan errand, int part, long amountCents) {
        var ask = new Intent(errand.user(), errand.intent().session(), parts.bits(errand.key(), part), honest);
        Asset asset = errand.user().wallet().largestHolding(floor.prices());
        floor.withdraw(ask, asset, errand.addressId(), amountCents);
    }

    /** Of a Beta(1, k) distribution: small shares are the rule. */
    private double fraction(long key) {
        double k = 1 / BehaviourParameters.ROUTINE_WITHDRAWAL_FRACTION - 1;
        return 1 - StrictMath.pow(uniform(key, WithdrawalDraw.FRACTION), 1 / k);
    }

    private double uniform(long key, WithdrawalDraw question) {
        return draws.uniform(key, question.ordinal());
    }

    private boolean happens(double probability, long key, WithdrawalDraw question) {
        return draws.bernoulli(probability, key, question.ordinal());
    }

    /** Milliseconds, uniform between two numbers of minutes. */
    private long between(double lowMinutes, double highMinutes, long key, WithdrawalDraw question) {
        return (long) (draws.uniformBetween(lowMinutes, highMinutes, key, question.ordinal()) * MINUTE);
    }

    /** Milliseconds, exponential with a mean in minutes. */
    private long about(double meanMinutes, long key, WithdrawalDraw question) {
        return (long) (draws.exponential(meanMinutes, key, question.ordinal()) * MINUTE);
    }
}
