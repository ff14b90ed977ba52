package firedrill.ingest.customer.arrival;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.SessionGenerator;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.BehaviourParameters;
import firedrill.ingest.customer.Population;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.exchange.api.Actor;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.market.Asset;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import java.util.concurrent.TimeUnit;

/**
 * Honest rushes into the small coin: a listing, news, somebody with many followers. Dozens buy it within minutes, each at a
 * worse price than the one before, some sell as soon. From outside that is a pump.
 */
public final class NewsRally {

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final double MINUTES_A_DAY = 1_440;

    private enum NewsRallyDraw {
        COMES,
        AT,
        COUNT,
        LENGTH,
        WHEN,
        SHARE,
        OFF,
        LEAVES,
        LEAVES_AFTER,
        MEETS
    }

    private final Population population;
    private final ExchangeApi floor;
    private final SessionGenerator sessions;
    private final Actor honest;
    private final RandomStream draws;
    private final RandomStream who;

    NewsRally(Population population, ExchangeApi floor, Actor honest, RandomSource chance) {
        this.population = population;
        this.floor = floor;
        this.honest = honest;
        sessions = new SessionGenerator(chance);
        draws = chance.stream("population.rush");
        who = chance.stream("population.rush.who");
    }

    /** Sends those whom news brings that breaks in the minute that begins at {@code secondMillis}, if one does. */
    void generateArrivals(long secondMillis) {
        if (secondMillis % MINUTE_MILLIS != 0 || !breaks(draws, secondMillis)) {
            return;
        }
        int count = draws.poisson(
                BehaviourParameters.NEWS_RALLY_USER_SHARE * population.customerCount(),
                secondMillis,
                NewsRallyDraw.COUNT.ordinal());
        double minutes = draws.uniformBetween(
                BehaviourParameters.NEWS_RALLY_MIN_MINUTES,
                BehaviourParameters.NEWS_RALLY_MAX_MINUTES,
                secondMillis,
                NewsRallyDraw.LENGTH.ordinal());
        for (int i = 0; i < count; i++) {
            follow(secondMillis, minutes, who.bits(secondMillis, i));
        }
    }

    /** The first news at or after this time, within a day; the time itself a day later if there is none. */
    public static long nextNewsMillis(RandomSource chance, long timeMillis) {
        RandomStream draws = chance.stream("population.rush");
        long minute = Math.floorDiv(timeMillis, MINUTE_MILLIS) * MINUTE_MILLIS;
        for (int i = 1; i < MINUTES_A_DAY; i++) {
            if (breaks(draws, minute + i * MINUTE_MILLIS)) {
                return minute + i * MINUTE_MILLIS;
            }
        }
        return timeMillis + TimeUnit.DAYS.toMillis(1);
    }

    private static boolean breaks(RandomStream draws, long minuteMillis) {
        return draws.bernoulli(
                BehaviourParameters.NEWS_RALLIES_PER_DAY / MINUTES_A_DAY, minuteMillis, NewsRallyDraw.COMES.ordinal());
    }

    private void follow(long newsMillis, double minutes, long key) {
        double place = uniform(key, NewsRallyDraw.WHEN);
        User user = population.uniformCustomer(uniform(key, NewsRallyDraw.AT));
        long at = newsMillis + (long) (place * place * minutes * MINUTE_MILLIS);
        double offBps = (1 - place)
                * draws.logNormal(
                        BehaviourParameters.NEWS_RALLY_OFFSET_MEDIAN_BPS,
                        BehaviourParameters.NEWS_RALLY_OFFSET_SIGMA,
                        key,
                        NewsRallyDraw.OFF.ordinal());
        floor.schedule(at, () -> trade(user, Side.BUY, offBps, key));
        if (draws.bernoulli(BehaviourParameters.NEWS_RALLY_SELL_SHARE, key, NewsRallyDraw.LEAVES.ordinal())) {
            long sells = at
                    + (long) (draws.exponential(
                                    BehaviourParameters.NEWS_RALLY_HOLDING_MEAN_MINUTES,
                                    key,
                                    NewsRallyDraw.LEAVES_AFTER.ordinal())
                            * MINUTE_MILLIS);
            floor.schedule(sells, () -> trade(user, Side.SELL, offBps / 2, ~key));
        }
    }

    private void trade(User user, Side side, double offBps, long key) {
        Asset sold = side == Side.SELL ? Asset.VIA : Asset.CASH;
        double share = side == Side.SELL ? 1 : draws.uniformBetween(0.05, 0.6, key, NewsRallyDraw.SHARE.ordinal());
        long cents = (long) (share * user.wallet().availableCents(sold, floor.prices()));
        ClientSession session = sessions.userSession(user, user.mainDeviceId(), key, floor.nowMillis());
        OrderIntent draft = OrderIntent.market(Asset.VIA, side, cents).withOffsetBps(offBps);
        floor.placeOrder(
                new Intent(user, session, key, honest),
                population.assignCounterparty(user, draft, uniform(key, NewsRallyDraw.MEETS)));
    }

    private double uniform(long key, NewsRallyDraw question) {
        return draws.uniform(key, question.ordinal());
    }
}
