package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;

/**
 * How honest users withdraw: usually some of the balance, to a saved address, from a known device. But also from a new
 * phone after a password reset, to a new wallet, everything at once, after selling out, with a small test first: each of
 * these is what thieves do too. In panic they take everything, mostly to old addresses.
 */
final class Errands {

    private static final long MINUTE = 60_000;

    private enum Question {
        PANICS,
        NEW_DEVICE,
        DEVICE,
        RESETS,
        CREDENTIAL,
        NEW_ADDRESS,
        ADDRESS,
        DRAINS,
        FRACTION,
        SELLS,
        TESTS,
        LOGS_IN,
        RESET_DELAY,
        WAITS,
        DELAY,
        STEP_DELAY,
        TEST_AMOUNT
    }

    /** What a user set out to do. */
    private record Errand(Ask ask, long addressId, boolean drains, double fraction) {}

    private final Floor floor;
    private final Addresses addresses;
    private final Asker honest;
    private final Trading trading;
    private final Draws draws;
    private final Draws devices;
    private final Draws parts;

    Errands(Floor floor, Addresses addresses, Asker honest, Chance chance) {
        this.floor = floor;
        this.addresses = addresses;
        this.honest = honest;
        trading = new Trading(floor, honest, chance);
        draws = chance.about("population.withdrawal");
        devices = chance.about("population.device.new");
        parts = chance.about("population.withdrawal.part");
    }

    void begin(User user, long key) {
        boolean panics = happens(1 - 1 / Intent.WITHDRAWAL.multiplier(floor.market()), key, Question.PANICS);
        boolean isNewDevice = happens(Assumptions.NEW_DEVICE, key, Question.NEW_DEVICE);
        long device =
                isNewDevice ? devices.id(key, 0) : user.devices().pick(draws.uniform(key, Question.DEVICE.ordinal()));
        boolean resets = happens(
                isNewDevice ? Assumptions.RESET_ON_NEW_DEVICE : Assumptions.RESET_ON_KNOWN_DEVICE,
                key,
                Question.RESETS);
        user.devices().add(device);
        if (isNewDevice || resets || happens(Assumptions.LOGS_IN_FIRST, key, Question.LOGS_IN)) {
            floor.login(user, device);
        }
        long begins = resets ? reset(user, device, key) : floor.nowMillis();
        boolean isNewAddress = happens(newAddress(panics, isNewDevice || resets), key, Question.NEW_ADDRESS);
        boolean drains = panics
                || happens(isNewAddress ? Assumptions.DRAIN_TO_NEW_ADDRESS : Assumptions.DRAIN, key, Question.DRAINS);
        var ask = new Ask(user, device, key, 0, honest);
        schedule(
                new Errand(ask, address(user, isNewAddress, key), drains, fraction(key)), begins, panics, isNewAddress);
    }

    /** Changes a credential soon, and says from when on the withdrawal can go on. */
    private long reset(User user, long device, long key) {
        long changes = floor.nowMillis() + between(MINUTE, 4 * MINUTE, key, Question.RESET_DELAY);
        var credential =
                draws.happens(0.6, key, Question.CREDENTIAL.ordinal()) ? Credential.PASSWORD : Credential.TWO_FACTOR;
        floor.at(changes, () -> floor.changeCredential(user, device, credential));
        if (happens(Assumptions.RESET_AND_WAIT, key, Question.WAITS)) {
            return changes + between(60 * MINUTE, 30 * 60 * MINUTE, key, Question.STEP_DELAY);
        }
        double minutes =
                draws.exponential(Assumptions.RESET_TO_WITHDRAWAL_MEAN_MINUTES, key, Question.STEP_DELAY.ordinal());
        return changes + (long) (minutes * MINUTE);
    }

    private void schedule(Errand errand, long begins, boolean panics, boolean isNewAddress) {
        Ask ask = errand.ask();
        long key = ask.key();
        double minutes = draws.exponential(Assumptions.LOGIN_TO_WITHDRAWAL_MEAN_MINUTES, key, Question.DELAY.ordinal());
        long next = begins + MINUTE / 2 + (long) (minutes * MINUTE);
        double sells = panics ? Assumptions.PANIC_SELLS_FIRST : Assumptions.SELLS_BEFORE_DRAIN;
        if (errand.drains() && happens(sells, key, Question.SELLS)) {
            floor.at(next, () -> trading.sellAll(ask.user(), ask.deviceId(), parts.bits(key, 0)));
            next += between(MINUTE, 5 * MINUTE, key, Question.STEP_DELAY);
        }
        if (isNewAddress && happens(Assumptions.TESTS_NEW_ADDRESS, key, Question.TESTS)) {
            floor.at(next, () -> test(errand));
            next += between(2 * MINUTE, 20 * MINUTE, key, Question.STEP_DELAY);
        }
        floor.at(next, () -> withdraw(errand));
    }

    private void test(Errand errand) {
        Ask ask = errand.ask();
        long amountCents = between(1_500, 6_000, ask.key(), Question.TEST_AMOUNT);
        var testAsk = new Ask(ask.user(), ask.deviceId(), parts.bits(ask.key(), 1), 0, honest);
        Asset asset = ask.user().wallet().larger(floor.market().priceCents());
        floor.withdraw(testAsk, asset, errand.addressId(), amountCents);
    }

    private void withdraw(Errand errand) {
        Wallet wallet = errand.ask().user().wallet();
        long price = floor.market().priceCents();
        long wanted = errand.drains() ? Long.MAX_VALUE : (long) (errand.fraction() * wallet.freeCents(price));
        floor.withdraw(errand.ask(), wallet.larger(price), errand.addressId(), wanted);
    }

    private long address(User user, boolean isNew, long key) {
        long address = isNew
                ? addresses.fresh(key, floor.nowMillis())
                : user.addresses().pick(draws.uniform(key, Question.ADDRESS.ordinal()));
        user.addresses().add(address);
        return address;
    }

    private static double newAddress(boolean panics, boolean changed) {
        if (panics) {
            return Assumptions.PANIC_NEW_ADDRESS;
        }
        return changed ? Assumptions.NEW_ADDRESS_AFTER_CHANGE : Assumptions.NEW_ADDRESS;
    }

    /** Of a Beta(1, k) distribution: small shares are the rule. */
    private double fraction(long key) {
        double k = 1 / Assumptions.ROUTINE_FRACTION - 1;
        return 1 - StrictMath.pow(draws.uniform(key, Question.FRACTION.ordinal()), 1 / k);
    }

    private boolean happens(double probability, long key, Question question) {
        return draws.happens(probability, key, question.ordinal());
    }

    private long between(double low, double high, long key, Question question) {
        return (long) draws.between(low, high, key, question.ordinal());
    }
}
