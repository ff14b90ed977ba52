package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.event.ExchangeEvent.Login.Factor;
import firedrill.ingest.event.Market;
import firedrill.ingest.market.Asset;

/**
 * The honest users at work. In each simulated second the market says how many come and for what; the draws say who. Who
 * has left is skipped, so nobody else's life changes.
 */
public final class Crowd {

    private static final Intent[] INTENTS = Intent.values();
    private static final double CRYPTO_DEPOSITS = 0.45;
    private static final double BANK_DEPOSITS = 0.35;

    private final Population population;
    private final Floor floor;
    private final Draws howMany;
    private final Draws keys;
    private final Draws who;
    private final Draws deposits;
    private final Draws logins;
    private final Draws devices;
    private final Trading trading;
    private final Errands errands;

    /** Users of {@code population} who act on {@code floor}. */
    public Crowd(Population population, Addresses addresses, Floor floor, Chance chance) {
        this.population = population;
        this.floor = floor;
        howMany = chance.about("population.arrivals");
        keys = chance.about("population.intention");
        who = chance.about("population.who");
        deposits = chance.about("population.deposit");
        logins = chance.about("population.login");
        devices = chance.about("population.device.new");
        var friction = new Friction(floor, new Leaving(population, floor, chance), chance);
        trading = new Trading(floor, friction, chance);
        errands = new Errands(floor, addresses, friction, trading, chance);
    }

    /** Sends those who come in the second that begins at {@code secondMillis}; {@code market} is that second's. */
    public void arrive(long secondMillis, Market market) {
        for (Intent intent : INTENTS) {
            long kind = secondMillis + intent.ordinal();
            int count = howMany.poisson(intent.perSecond(population.size(), market), kind, 0);
            for (int i = 0; i < count; i++) {
                send(intent, secondMillis, keys.bits(kind, i));
            }
        }
    }

    private void send(Intent intent, long secondMillis, long key) {
        User user = population.next(intent, who.uniform(key, 0));
        if (user.isActive()) {
            floor.at(secondMillis + who.below(1_000, key, 1), () -> act(intent, user, key));
        }
    }

    private void act(Intent intent, User user, long key) {
        switch (intent) {
            case LOGIN -> login(user, key);
            case DEPOSIT -> deposit(user, key);
            case ORDER -> trading.trade(user, key);
            case WITHDRAWAL -> errands.begin(user, key);
        }
    }

    private void login(User user, long key) {
        boolean isNewDevice = logins.happens(Assumptions.LOGIN_ON_NEW_DEVICE, key, 0);
        long device = isNewDevice ? devices.id(key, 0) : user.devices().pick(logins.uniform(key, 1));
        user.devices().add(device);
        floor.login(user, new Session(device, 0), Factor.PASSWORD);
        if (logins.happens(Assumptions.LOGIN_RESETS, key, 2)) {
            long afterMillis = (long) logins.between(60_000, 240_000, key, 3);
            floor.at(
                    floor.nowMillis() + afterMillis, () -> floor.changeCredential(user, device, Credential.TWO_FACTOR));
        }
    }

    private void deposit(User user, long key) {
        double amount = user.wealthCents()
                * deposits.logNormal(Assumptions.DEPOSIT_TO_WEALTH, Assumptions.DEPOSIT_SIGMA, key, 0);
        Funding funding = funding(deposits.uniform(key, 1));
        Asset asset = funding == Funding.CRYPTO ? Asset.BTC : Asset.CASH;
        floor.deposit(user, asset, Math.max(Floor.LEAST_CENTS, (long) amount), new Source(funding, 0, 0));
    }

    private static Funding funding(double uniform) {
        if (uniform < CRYPTO_DEPOSITS) {
            return Funding.CRYPTO;
        }
        return uniform < CRYPTO_DEPOSITS + BANK_DEPOSITS ? Funding.BANK : Funding.CARD;
    }
}
