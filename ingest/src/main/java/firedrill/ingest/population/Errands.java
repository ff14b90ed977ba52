package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;

/**
 * How honest users withdraw: usually some of the balance, to a saved address, from a known device. But also from a new
 * phone after a password reset, to a new wallet, everything at once, after selling out, with a small test first: each of
 * these is what thieves do too. In panic they take everything, mostly to old addresses, and most come back later.
 */
final class Errands {

    private static final long MINUTE = 60_000;

    private enum Question {
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
    private record Errand(Ask ask, Manner manner, long addressId, boolean isNewAddress, boolean drains) {

        User user() {
            return ask.user();
        }

        long key() {
            return ask.key();
        }
    }

    private final Floor floor;
    private final Addresses addresses;
    private final Sessions sessions;
    private final Asker honest;
    private final Trading trading;
    private final Mood mood;
    private final Draws draws;
    private final Draws devices;
    private final Draws parts;
    private final Instalments instalments;

    Errands(
            Floor floor,
            Addresses addresses,
            Sessions sessions,
            Asker honest,
            Trading trading,
            Mood mood,
            Chance chance) {
        this.floor = floor;
        this.addresses = addresses;
        this.sessions = sessions;
        this.honest = honest;
        this.trading = trading;
        this.mood = mood;
        draws = chance.about("population.withdrawal");
        devices = chance.about("population.device.new");
        parts = chance.about("population.withdrawal.part");
        instalments = new Instalments(chance);
    }

    void begin(User user, long key) {
        boolean panics = happens(1 - 1 / mood.multiplier(Intent.WITHDRAWAL), key, Question.PANICS);
        Manner manner = panics ? Manner.PANIC : Manner.CALM;
        boolean travels = sessions.travels(user, floor.nowMillis());
        boolean isNewDevice = !travels && happens(manner.newDevice, key, Question.NEW_DEVICE);
        long device = isNewDevice ? devices.id(key, 0) : user.devices().pick(uniform(key, Question.DEVICE));
        boolean resets = happens(manner.resets(isNewDevice), key, Question.RESETS);
        boolean hasChanged = isNewDevice || resets;
        boolean isNewAddress = !travels && happens(manner.newAddress(hasChanged), key, Question.NEW_ADDRESS);
        long address = isNewAddress
                ? addresses.fresh(key, floor.nowMillis())
                : user.addresses().pick(uniform(key, Question.ADDRESS));
        Session session = panics && isNewDevice
                ? sessions.afterLong(user, device, key)
                : sessions.inPerson(user, device, key, floor.nowMillis());
        user.devices().add(device);
        user.addresses().add(address);
        boolean drains = happens(manner.drains(isNewAddress), key, Question.DRAINS);
        var errand = new Errand(new Ask(user, session, key, honest), manner, address, isNewAddress, drains);
        if (panics || hasChanged || happens(Ways.LOGS_IN_FIRST, key, Question.LOGS_IN)) {
            logIn(errand, isNewDevice);
        }
        long begins = resets ? reset(errand) : floor.nowMillis();
        long takes = prepare(errand, begins);
        floor.at(takes, () -> take(errand));
        if (panics) {
            panic(errand, takes);
        }
    }

    /** A new phone may come with a new card. */
    private void logIn(Errand errand, boolean isNewDevice) {
        Session session = errand.ask().session();
        if (isNewDevice && happens(Ways.NEW_PHONE_NEW_SIM, errand.key(), Question.NEW_SIM)) {
            floor.changeCredential(errand.user(), session.deviceId(), Credential.SIM);
        }
        floor.login(errand.user(), session, sessions.shown(errand.user(), isNewDevice, errand.key()));
    }

    /** Everything goes to a wallet of the user's own, from the device at hand: nothing else is unusual. */
    void moveOut(User user, long key) {
        takeAway(user, user.wallet().largest(floor.prices()), key);
    }

    /** Everything of one asset goes to a new wallet of the user's own. */
    void takeAway(User user, Asset asset, long key) {
        long address = addresses.fresh(key, floor.nowMillis());
        user.addresses().add(address);
        Session session = sessions.inPerson(user, user.mainDevice(), key, floor.nowMillis());
        floor.withdraw(new Ask(user, session, key, honest), asset, address, Long.MAX_VALUE);
    }

    /** All cash goes to where the user takes money as a rule, from the device at hand. */
    void takeHome(User user, long key) {
        long address = user.addresses().pick(uniform(key, Question.ADDRESS));
        Session session = sessions.inPerson(user, user.mainDevice(), key, floor.nowMillis());
        floor.withdraw(new Ask(user, session, key, honest), Asset.CASH, address, Long.MAX_VALUE);
    }

    /** Changes a credential soon, and says from when on the withdrawal can go on. */
    private long reset(Errand errand) {
        long key = errand.key();
        long changes = floor.nowMillis() + between(1, 4, key, Question.RESET_TIME);
        var credential = happens(0.6, key, Question.CREDENTIAL) ? Credential.PASSWORD : Credential.TWO_FACTOR;
        floor.at(
                changes,
                () -> floor.changeCredential(
                        errand.user(), errand.ask().session().deviceId(), credential));
        boolean waits = errand.manner() == Manner.CALM && happens(Ways.RESET_AND_WAIT, key, Question.WAITS_AFTER_RESET);
        return changes
                + (waits
                        ? between(60, 30 * 60, key, Question.WAIT)
                        : about(Ways.RESET_TO_WITHDRAWAL_MEAN_MINUTES, key, Question.WAIT));
    }

    /** Schedules what comes before the withdrawal, and says when that follows. */
    private long prepare(Errand errand, long begins) {
        long key = errand.key();
        Manner manner = errand.manner();
        long next = begins + MINUTE / 2 + about(manner.loginToWithdrawalMeanMinutes, key, Question.LOGIN_TO_WITHDRAWAL);
        if (errand.drains() && happens(manner.sellsFirst, key, Question.SELLS)) {
            floor.at(next, () -> sellAll(errand));
            next += between(1, 5, key, Question.SELL_TO_WITHDRAWAL);
        }
        if (errand.isNewAddress() && happens(Ways.TESTS_NEW_ADDRESS, key, Question.TESTS)) {
            floor.at(next, () -> test(errand));
            next += between(2, 20, key, Question.TEST_TO_WITHDRAWAL);
        }
        return next;
    }

    private void panic(Errand errand, long takes) {
        long key = errand.key();
        User user = errand.user();
        if (happens(Ways.PANIC_LOGS_IN_TWICE, key, Question.LOGS_IN_TWICE)) {
            floor.at(takes - 1, () -> logIn(errand, false));
        }
        if (happens(Ways.PANIC_TAKES_THE_REST, key, Question.TAKES_REST)) {
            floor.at(takes + between(1, 8, key, Question.REST_TIME), () -> takeRest(errand));
        }
        if (happens(Ways.PANIC_RETURNS, key, Question.RETURNS)) {
            double share = draws.logNormal(
                    Ways.PANIC_RETURN_TO_WEALTH, Ways.DEPOSIT_SIGMA, key, Question.RETURN_AMOUNT.ordinal());
            long amountCents = Math.max(Floor.LEAST_CENTS, (long) (share * user.wealthCents()));
            long returns = takes + about(Ways.PANIC_RETURN_MEAN_MINUTES, key, Question.RETURN_TIME);
            floor.at(returns, () -> comeBack(errand, amountCents));
        }
    }

    private void sellAll(Errand errand) {
        User user = errand.user();
        Asset coin = user.wallet().largestCoin(floor.prices());
        trading.sellAll(user, coin, errand.ask().session().deviceId(), parts.bits(errand.key(), 0));
    }

    /** From where it went, in the coin that the user favours. */
    private void comeBack(Errand errand, long amountCents) {
        User user = errand.user();
        floor.deposit(user, user.favourite(), amountCents, new Source(Funding.CRYPTO, errand.addressId(), 0));
    }

    private void test(Errand errand) {
        long amountCents = (long) draws.between(1_500, 6_000, errand.key(), Question.TEST_AMOUNT.ordinal());
        withdraw(errand, 1, amountCents);
    }

    private void take(Errand errand) {
        Wallet wallet = errand.user().wallet();
        Prices prices = floor.prices();
        floor.withdraw(
                errand.ask(),
                wallet.largest(prices),
                errand.addressId(),
                wantedCents(errand, wallet.freeCents(prices)));
    }

    private long wantedCents(Errand errand, long freeCents) {
        if (errand.drains()) {
            return Long.MAX_VALUE;
        }
        boolean isInstalment = errand.user().habit() == Habit.SAVER;
        return isInstalment ? instalments.of(errand.user()) : (long) (fraction(errand.key()) * freeCents);
    }

    private void takeRest(Errand errand) {
        withdraw(errand, 2, Long.MAX_VALUE);
    }

    /** A withdrawal beside the main one, with draws of its own. */
    private void withdraw(Errand errand, int part, long amountCents) {
        var ask = new Ask(errand.user(), errand.ask().session(), parts.bits(errand.key(), part), honest);
        Asset asset = errand.user().wallet().largest(floor.prices());
        floor.withdraw(ask, asset, errand.addressId(), amountCents);
    }

    /** Of a Beta(1, k) distribution: small shares are the rule. */
    private double fraction(long key) {
        double k = 1 / Ways.ROUTINE_FRACTION - 1;
        return 1 - StrictMath.pow(uniform(key, Question.FRACTION), 1 / k);
    }

    private double uniform(long key, Question question) {
        return draws.uniform(key, question.ordinal());
    }

    private boolean happens(double probability, long key, Question question) {
        return draws.happens(probability, key, question.ordinal());
    }

    /** Milliseconds, uniform between two numbers of minutes. */
    private long between(double lowMinutes, double highMinutes, long key, Question question) {
        return (long) (draws.between(lowMinutes, highMinutes, key, question.ordinal()) * MINUTE);
    }

    /** Milliseconds, exponential with a mean in minutes. */
    private long about(double meanMinutes, long key, Question question) {
        return (long) (draws.exponential(meanMinutes, key, question.ordinal()) * MINUTE);
    }
}
