package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.Market;
import java.util.concurrent.TimeUnit;

/**
 * The honest users at work. In each simulated second the market says how many come and for what; the draws say who. Who
 * is asleep or has left is skipped, so nobody else's life changes.
 */
public final class Crowd {

    private static final Intent[] INTENTS = Intent.values();
    private static final long SECOND_MILLIS = TimeUnit.SECONDS.toMillis(1);

    private final Population population;
    private final Floor floor;
    private final DayRhythm rhythm;
    private final Sessions sessions;
    private final Draws howMany;
    private final Draws keys;
    private final Draws who;
    private final Draws logins;
    private final Draws devices;
    private final Draws margin;
    private final Trading trading;
    private final Errands errands;
    private final Deposits deposits;
    private final Claims claims;

    /** Users of {@code population} who act on {@code floor}. */
    public Crowd(Population population, Addresses addresses, Floor floor, Chance chance, PopulationSettings settings) {
        this.population = population;
        this.floor = floor;
        rhythm = new DayRhythm(chance);
        sessions = new Sessions(chance);
        howMany = chance.about("population.arrivals");
        keys = chance.about("population.intention");
        who = chance.about("population.who");
        logins = chance.about("population.login");
        devices = chance.about("population.device.new");
        margin = chance.about("population.margin");
        var friction = new Friction(floor, new Leaving(population, floor, chance, settings), chance);
        trading = new Trading(population, floor, sessions, friction, chance);
        errands = new Errands(floor, addresses, sessions, friction, trading, chance);
        deposits = new Deposits(floor, addresses, trading, errands, chance);
        claims = new Claims(floor, trading, errands, chance);
    }

    /**
     * Sends those who come in the second that begins at {@code secondMillis}; {@code market} is that second's.
     *
     * @param orderIntensity how many times the usual number of orders the flow of orders itself excites
     * @param forcedShare share of the open interest that was closed by force in the second before, in [0, 1]
     */
    public void arrive(long secondMillis, Market market, double orderIntensity, double forcedShare) {
        for (Intent intent : INTENTS) {
            long kind = secondMillis + intent.ordinal();
            double flow = intent == Intent.ORDER ? orderIntensity : 1;
            double expected = flow * DayRhythm.MOST * intent.perSecond(population.size(), market);
            int count = howMany.poisson(expected, kind, 0);
            for (int i = 0; i < count; i++) {
                send(intent, secondMillis, keys.bits(kind, i), market);
            }
        }
        liquidate(secondMillis, forcedShare);
    }

    private void send(Intent intent, long secondMillis, long key, Market market) {
        User user = population.next(intent, who.uniform(key, 0));
        double awake = rhythm.of(user, secondMillis, intent.multiplier(market)) / DayRhythm.MOST;
        if (user.isActive() && who.happens(awake, key, 2)) {
            floor.at(secondMillis + who.below((int) SECOND_MILLIS, key, 1), () -> act(intent, user, key));
        }
    }

    private void act(Intent intent, User user, long key) {
        switch (intent) {
            case LOGIN -> login(user, key);
            case DEPOSIT -> deposits.pay(user, key);
            case ORDER -> trading.trade(user, key);
            case WITHDRAWAL -> errands.begin(user, key);
            case CLAIM -> claims.claim(user, key);
        }
    }

    private void login(User user, long key) {
        boolean isNewDevice = logins.happens(Assumptions.LOGIN_ON_NEW_DEVICE, key, 0);
        long device = isNewDevice ? devices.id(key, 0) : user.devices().pick(logins.uniform(key, 1));
        user.devices().add(device);
        double newSim = isNewDevice ? Assumptions.NEW_PHONE_NEW_SIM : Assumptions.NEW_SIM;
        if (logins.happens(newSim, key, 4)) {
            floor.changeCredential(user, device, Credential.SIM);
        }
        Session session = sessions.inPerson(user, device, key, floor.nowMillis());
        floor.login(user, session, sessions.shown(user, isNewDevice, key));
        boolean hasKey = user.habit().hasKey();
        if (logins.happens(hasKey ? Assumptions.KEY_RENEWED : Assumptions.LOGIN_RESETS, key, 2)) {
            long afterMillis = (long) logins.between(60_000, 240_000, key, 3);
            var credential = hasKey ? Credential.API_KEY : Credential.TWO_FACTOR;
            floor.at(floor.nowMillis() + afterMillis, () -> floor.changeCredential(user, device, credential));
        }
    }

    /** Those who trade in margin are sold out in the proportion in which the market was. */
    private void liquidate(long secondMillis, double forcedShare) {
        int count = howMany.poisson(population.size() * forcedShare, secondMillis + INTENTS.length, 0);
        for (int i = 0; i < count; i++) {
            long key = keys.bits(secondMillis + INTENTS.length, i);
            User user = population.anyone(who.uniform(key, 0));
            if (margin.happens(Assumptions.ON_MARGIN, user.id(), 0)) {
                floor.at(secondMillis + who.below((int) SECOND_MILLIS, key, 1), () -> sellOut(user));
            }
        }
    }

    private void sellOut(User user) {
        var coin = user.wallet().largestCoin(floor.prices());
        floor.liquidate(user, new Session(user.mainDevice(), 0), Draft.market(coin, Side.SELL, Long.MAX_VALUE));
    }
}
