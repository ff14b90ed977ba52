package firedrill.ingest.customer.arrival;

import firedrill.ingest.account.AddressGenerator;
import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.CustomerParameters;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.ActivityType;
import firedrill.ingest.customer.CustomerSettings;
import firedrill.ingest.customer.MarketStress;
import firedrill.ingest.customer.Population;
import firedrill.ingest.customer.behaviour.ActivityDispatcher;
import firedrill.ingest.customer.reaction.ChurnModel;
import firedrill.ingest.customer.reaction.CustomerReaction;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import java.util.concurrent.TimeUnit;

/**
 * The honest users at work. In each simulated second the market says how many come and for what; the draws say who. Who
 * is asleep or has left is skipped, so nobody else's life changes.
 */
public final class ArrivalProcess {

    private static final ActivityType[] INTENTS = ActivityType.values();
    private static final long SECOND_MILLIS = TimeUnit.SECONDS.toMillis(1);

    private final Population population;
    private final ExchangeApi floor;
    private final DiurnalActivity rhythm;
    private final MarketStress mood = new MarketStress();
    private final ActivityDispatcher life;
    private final NewsRally rush;
    private final AirdropClaims drops;
    private final RandomStream howMany;
    private final RandomStream keys;
    private final RandomStream who;
    private final RandomStream margin;

    /** Users of {@code population} who act on {@code floor}. */
    public ArrivalProcess(
            Population population,
            AddressGenerator addresses,
            ExchangeApi floor,
            RandomSource chance,
            CustomerSettings settings) {
        this.population = population;
        this.floor = floor;
        rhythm = new DiurnalActivity(chance);
        howMany = chance.stream("population.arrivals");
        keys = chance.stream("population.intention");
        who = chance.stream("population.who");
        margin = chance.stream("population.margin");
        var friction = new CustomerReaction(floor, new ChurnModel(population, floor, chance, settings), chance);
        life = new ActivityDispatcher(population, addresses, floor, friction, mood, chance);
        rush = new NewsRally(population, floor, friction, chance);
        drops = new AirdropClaims(population, floor, life, chance);
    }

    /**
     * Sends those who come in the second that begins at {@code secondMillis}; {@code market} is that second's.
     *
     * @param orderIntensity how many times the usual number of orders the flow of orders itself excites
     * @param forcedShare share of the open interest that was closed by force in the second before, in [0, 1]
     */
    public void generateArrivals(long secondMillis, MarketSnapshot market, double orderIntensity, double forcedShare) {
        mood.update(market);
        for (ActivityType intent : INTENTS) {
            long kind = secondMillis + intent.ordinal();
            double flow = intent == ActivityType.ORDER ? orderIntensity : 1;
            double multiplier = mood.multiplier(intent);
            double expected =
                    flow * DiurnalActivity.MAX_ACTIVITY * intent.ratePerSecond(population.customerCount()) * multiplier;
            int count = howMany.poisson(expected, kind, 0);
            for (int i = 0; i < count; i++) {
                send(intent, secondMillis, keys.bits(kind, i), multiplier);
            }
        }
        rush.generateArrivals(secondMillis);
        drops.generateArrivals(secondMillis);
        liquidate(secondMillis, forcedShare);
    }

    private void send(ActivityType intent, long secondMillis, long key, double multiplier) {
        User user = population.nextCustomer(intent, who.uniform(key, 0));
        double awake = rhythm.activity(user, secondMillis, multiplier) / DiurnalActivity.MAX_ACTIVITY;
        if (user.isActive() && who.bernoulli(awake, key, 2)) {
            floor.schedule(
                    secondMillis + who.uniformInt((int) SECOND_MILLIS, key, 1), () -> life.perform(intent, user, key));
        }
    }

    /** Those who trade in margin are sold out in the proportion in which the market was. */
    private void liquidate(long secondMillis, double forcedShare) {
        int count = howMany.poisson(population.customerCount() * forcedShare, secondMillis + INTENTS.length, 0);
        for (int i = 0; i < count; i++) {
            long key = keys.bits(secondMillis + INTENTS.length, i);
            User user = population.uniformCustomer(who.uniform(key, 0));
            if (margin.bernoulli(CustomerParameters.MARGIN_TRADER_SHARE, user.id(), 0)) {
                floor.schedule(secondMillis + who.uniformInt((int) SECOND_MILLIS, key, 1), () -> sellOut(user));
            }
        }
    }

    private void sellOut(User user) {
        var coin = user.wallet().largestCoin(floor.prices());
        floor.liquidate(
                user, new ClientSession(user.mainDeviceId(), 0), OrderIntent.market(coin, Side.SELL, Long.MAX_VALUE));
    }
}
