package firedrill.ingest.customer.arrival;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.NewsRallyParameters;
import firedrill.ingest.customer.Population;
import firedrill.ingest.customer.arrival.BurstProcess.BurstArrival;
import firedrill.ingest.customer.arrival.BurstProcess.BurstDraws;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.exchange.api.Actor;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.market.Asset;
import firedrill.ingest.parameters.UniformRange;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import java.util.concurrent.TimeUnit;

/**
 * Benign rallies in the thin coin after news: a listing, or a post with many followers. Customers buy within minutes at
 * rising prices, and some sell soon after. Hard negatives for pump-and-dump.
 */
public final class NewsRally {

    private enum NewsRallyDraw implements DrawIndex {
        STARTS,
        CUSTOMER,
        SIZE,
        LENGTH,
        POSITION,
        FRACTION,
        OFFSET,
        SELLS,
        HOLDING_TIME,
        COUNTERPARTY;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final CustomerContext context;
    private final NewsRallyParameters parameters;
    private final Population population;
    private final ExchangeApi exchange;
    private final Actor actor;
    private final BurstProcess bursts;
    private final RandomStream draws;

    NewsRally(CustomerContext context, Actor actor) {
        this.context = context;
        this.actor = actor;
        parameters = context.parameters().newsRallies();
        population = context.population();
        exchange = context.exchange();
        draws = context.random().stream(ArrivalStream.NEWS_RALLY);
        bursts = bursts(parameters, context.random());
    }

    private static BurstProcess bursts(NewsRallyParameters parameters, RandomSource random) {
        return new BurstProcess(
                random.stream(ArrivalStream.NEWS_RALLY),
                random.stream(ArrivalStream.NEWS_RALLY_CUSTOMER),
                new BurstDraws(NewsRallyDraw.STARTS, NewsRallyDraw.SIZE, NewsRallyDraw.LENGTH, NewsRallyDraw.POSITION),
                parameters.perDay());
    }

    /** Schedules the orders of a rally that starts at {@code secondMillis}, if one does. */
    void generateArrivals(long secondMillis) {
        if (bursts.starts(secondMillis)) {
            double meanSize = parameters.customerShare() * population.customerCount();
            bursts.arrivals(secondMillis, meanSize, parameters.lengthMinutes()).forEach(this::schedule);
        }
    }

    /** Start of the first rally after this time, within a day; the same time a day later if there is none. */
    public static long nextNewsMillis(NewsRallyParameters parameters, RandomSource random, long timeMillis) {
        BurstProcess bursts = bursts(parameters, random);
        long minute = Math.floorDiv(timeMillis, BurstProcess.MINUTE_MILLIS) * BurstProcess.MINUTE_MILLIS;
        for (int i = 1; i < BurstProcess.MINUTES_PER_DAY; i++) {
            long start = minute + i * BurstProcess.MINUTE_MILLIS;
            if (bursts.starts(start)) {
                return start;
            }
        }
        return timeMillis + TimeUnit.DAYS.toMillis(1);
    }

    private void schedule(BurstArrival arrival) {
        long key = arrival.key();
        User user = population.uniformCustomer(uniform(key, NewsRallyDraw.CUSTOMER));
        double offsetBps = (1 - arrival.position())
                * draws.logNormal(parameters.offsetMedianBps(), parameters.offsetSigma(), key, NewsRallyDraw.OFFSET);
        exchange.schedule(arrival.timeMillis(), () -> trade(user, Side.BUY, offsetBps, key));
        if (draws.bernoulli(parameters.sellShare(), key, NewsRallyDraw.SELLS)) {
            double minutes = draws.exponential(parameters.holdingMeanMinutes(), key, NewsRallyDraw.HOLDING_TIME);
            long sells = arrival.timeMillis() + (long) (minutes * BurstProcess.MINUTE_MILLIS);
            exchange.schedule(sells, () -> trade(user, Side.SELL, offsetBps / 2, ~key));
        }
    }

    private void trade(User user, Side side, double offsetBps, long key) {
        Asset sold = side == Side.SELL ? Asset.VIA : Asset.CASH;
        double fraction = side == Side.SELL ? 1 : cashFraction(key);
        long cents = (long) (fraction * user.wallet().availableCents(sold, exchange.prices()));
        ClientSession session = context.sessions().userSession(user, user.mainDeviceId(), key, exchange.nowMillis());
        OrderIntent order = OrderIntent.market(Asset.VIA, side, cents).withOffsetBps(offsetBps);
        exchange.placeOrder(
                new Intent(user, session, key, actor),
                population.assignCounterparty(user, order, uniform(key, NewsRallyDraw.COUNTERPARTY)));
    }

    private double cashFraction(long key) {
        UniformRange range = parameters.cashFraction();
        return draws.uniformBetween(range.min(), range.max(), key, NewsRallyDraw.FRACTION);
    }

    private double uniform(long key, NewsRallyDraw draw) {
        return draws.uniform(key, draw);
    }
}
