package firedrill.ingest.customer.arrival;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.ActivityType;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.MarketStress;
import firedrill.ingest.customer.Population;
import firedrill.ingest.customer.behaviour.ActivityDispatcher;
import firedrill.ingest.customer.reaction.ChurnModel;
import firedrill.ingest.customer.reaction.CustomerReaction;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.concurrent.TimeUnit;

/**
 * Poisson arrivals of customers, thinned by diurnal activity. The market sets how many arrive and for which activity,
 * the draws select the customers. Departed customers are skipped without affecting others.
 */
public final class ArrivalProcess {

    private static final ActivityType[] ACTIVITIES = ActivityType.values();
    private static final int SECOND_MILLIS = (int) TimeUnit.SECONDS.toMillis(1);

    private enum ArrivalDraw implements DrawIndex {
        CUSTOMER,
        MILLISECOND,
        IS_AWAKE;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final CustomerContext context;
    private final Population population;
    private final ExchangeApi exchange;
    private final DiurnalActivity diurnal;
    private final MarketStress stress;
    private final ActivityDispatcher dispatcher;
    private final NewsRally newsRallies;
    private final AirdropClaims airdrops;
    private final RandomStream counts;
    private final RandomStream keys;
    private final RandomStream selection;
    private final RandomStream marginTraders;

    public ArrivalProcess(CustomerContext context, ChurnModel churnModel) {
        this.context = context;
        population = context.population();
        exchange = context.exchange();
        stress = new MarketStress(context.parameters().stress());
        diurnal = new DiurnalActivity(context.parameters().diurnal(), context.random());
        counts = context.random().stream(ArrivalStream.COUNT);
        keys = context.random().stream(ArrivalStream.KEY);
        selection = context.random().stream(ArrivalStream.SELECTION);
        marginTraders = context.random().stream(ArrivalStream.MARGIN_TRADER);
        var reaction = new CustomerReaction(context, churnModel);
        dispatcher = new ActivityDispatcher(context, reaction, () -> stress.multiplier(ActivityType.WITHDRAWAL));
        newsRallies = new NewsRally(context, reaction);
        airdrops = new AirdropClaims(context, dispatcher);
    }

    /**
     * Schedules the arrivals of the second that begins at {@code secondMillis}.
     *
     * @param market of that second
     * @param orderIntensity multiplier of the order rate by the self-excitation of the order flow
     * @param liquidatedShare share of the open interest liquidated in the second before, in [0, 1]
     */
    public void generateArrivals(
            long secondMillis, MarketSnapshot market, double orderIntensity, double liquidatedShare) {
        stress.update(market);
        for (ActivityType activity : ACTIVITIES) {
            double intensity = activity == ActivityType.ORDER ? orderIntensity : 1;
            generate(activity, secondMillis, intensity);
        }
        newsRallies.generateArrivals(secondMillis);
        airdrops.generateArrivals(secondMillis);
        liquidate(secondMillis, liquidatedShare);
    }

    private void generate(ActivityType activity, long secondMillis, double intensity) {
        long second = secondMillis + activity.ordinal();
        double multiplier = stress.multiplier(activity);
        double rate = context.parameters().ratePerSecond(activity, population.customerCount());
        double expected = intensity * diurnal.maxActivity() * rate * multiplier;
        int count = counts.poisson(expected, second, SingleDraw.VALUE);
        for (int i = 0; i < count; i++) {
            schedule(activity, secondMillis, keys.bits(second, SingleDraw.VALUE, i), multiplier);
        }
    }

    private void schedule(ActivityType activity, long secondMillis, long key, double multiplier) {
        User user = population.nextCustomer(activity, selection.uniform(key, ArrivalDraw.CUSTOMER));
        double awake = diurnal.activity(user, secondMillis, multiplier) / diurnal.maxActivity();
        if (user.isActive() && selection.bernoulli(awake, key, ArrivalDraw.IS_AWAKE)) {
            exchange.schedule(timeMillis(secondMillis, key), () -> dispatcher.perform(activity, user, key));
        }
    }

    /** Liquidates margin traders in the proportion in which the market was liquidated. */
    private void liquidate(long secondMillis, double liquidatedShare) {
        long second = secondMillis + ACTIVITIES.length;
        int count = counts.poisson(population.customerCount() * liquidatedShare, second, SingleDraw.VALUE);
        for (int i = 0; i < count; i++) {
            long key = keys.bits(second, SingleDraw.VALUE, i);
            User user = population.uniformCustomer(selection.uniform(key, ArrivalDraw.CUSTOMER));
            if (marginTraders.bernoulli(
                    context.parameters().rates().marginTraderShare(), user.id(), SingleDraw.VALUE)) {
                exchange.schedule(timeMillis(secondMillis, key), () -> liquidate(user));
            }
        }
    }

    private long timeMillis(long secondMillis, long key) {
        return secondMillis + selection.uniformInt(SECOND_MILLIS, key, ArrivalDraw.MILLISECOND);
    }

    private void liquidate(User user) {
        var coin = user.wallet().largestCoin(exchange.prices());
        exchange.liquidate(
                user, new ClientSession(user.mainDeviceId(), 0), OrderIntent.market(coin, Side.SELL, Long.MAX_VALUE));
    }
}
