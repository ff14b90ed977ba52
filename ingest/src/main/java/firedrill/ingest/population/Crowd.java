package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
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
    private final Mood mood = new Mood();
    private final Life life;
    private final Rush rush;
    private final Drops drops;
    private final Draws howMany;
    private final Draws keys;
    private final Draws who;
    private final Draws margin;

    /** Users of {@code population} who act on {@code floor}. */
    public Crowd(Population population, Addresses addresses, Floor floor, Chance chance, PopulationSettings settings) {
        this.population = population;
        this.floor = floor;
        rhythm = new DayRhythm(chance);
        howMany = chance.about("population.arrivals");
        keys = chance.about("population.intention");
        who = chance.about("population.who");
        margin = chance.about("population.margin");
        var friction = new Friction(floor, new Leaving(population, floor, chance, settings), chance);
        life = new Life(population, addresses, floor, friction, mood, chance);
        rush = new Rush(population, floor, friction, chance);
        drops = new Drops(population, floor, life, chance);
    }

    /**
     * Sends those who come in the second that begins at {@code secondMillis}; {@code market} is that second's.
     *
     * @param orderIntensity how many times the usual number of orders the flow of orders itself excites
     * @param forcedShare share of the open interest that was closed by force in the second before, in [0, 1]
     */
    public void arrive(long secondMillis, Market market, double orderIntensity, double forcedShare) {
        mood.pass(market);
        for (Intent intent : INTENTS) {
            long kind = secondMillis + intent.ordinal();
            double flow = intent == Intent.ORDER ? orderIntensity : 1;
            double multiplier = mood.multiplier(intent);
            double expected = flow * DayRhythm.MOST * intent.perSecond(population.size()) * multiplier;
            int count = howMany.poisson(expected, kind, 0);
            for (int i = 0; i < count; i++) {
                send(intent, secondMillis, keys.bits(kind, i), multiplier);
            }
        }
        rush.arrive(secondMillis);
        drops.arrive(secondMillis);
        liquidate(secondMillis, forcedShare);
    }

    private void send(Intent intent, long secondMillis, long key, double multiplier) {
        User user = population.next(intent, who.uniform(key, 0));
        double awake = rhythm.of(user, secondMillis, multiplier) / DayRhythm.MOST;
        if (user.isActive() && who.happens(awake, key, 2)) {
            floor.at(secondMillis + who.below((int) SECOND_MILLIS, key, 1), () -> life.act(intent, user, key));
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
