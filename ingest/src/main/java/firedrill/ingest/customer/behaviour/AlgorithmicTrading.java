package firedrill.ingest.customer.behaviour;

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
import firedrill.ingest.market.Prices;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How honest programs trade, from the servers where they run. Market makers rest close to the best price on either side,
 * cancel most of it, and end up holding no more than they began with; now and then they take a price to get there. Others move a portfolio back to its shares within
 * seconds, over several coins, and may sell all of it in a fall: so does a thief with a stolen key.
 */
final class AlgorithmicTrading {

    private static final long SECOND_MILLIS = TimeUnit.SECONDS.toMillis(1);
    private static final List<Asset> COINS = Asset.COINS;

    private enum AlgorithmicTradingDraw {
        COIN,
        SHARE,
        OFF,
        CANCELS,
        STOPS_OUT,
        COUNT,
        MAKER,
        OLD_KEY,
        BASKET,
        TAKES
    }

    private final Population population;
    private final ExchangeApi floor;
    private final SessionGenerator sessions;
    private final Actor honest;
    private final RandomStream draws;
    private final RandomStream parts;

    AlgorithmicTrading(
            Population population, ExchangeApi floor, SessionGenerator sessions, Actor honest, RandomSource chance) {
        this.population = population;
        this.floor = floor;
        this.sessions = sessions;
        this.honest = honest;
        draws = chance.stream("population.program");
        parts = chance.stream("population.program.part");
    }

    /** One of a market maker's many quotes, on the side that brings its stock back to even. */
    void quote(User user, long key) {
        Prices prices = floor.prices();
        Asset coin = COINS.get(draws.uniformInt(COINS.size(), key, AlgorithmicTradingDraw.COIN.ordinal()));
        long coinCents = user.wallet().availableCents(coin, prices);
        long cashCents = user.wallet().availableCents(Asset.CASH, prices) / COINS.size();
        Side side = coinCents > cashCents ? Side.SELL : Side.BUY;
        double share = draws.uniformBetween(0.02, 0.1, key, AlgorithmicTradingDraw.SHARE.ordinal());
        long notionalCents = (long) (share * Math.max(coinCents, cashCents));
        double offBps = draws.uniformBetween(
                0, BehaviourParameters.MARKET_MAKER_MAX_OFFSET_BPS, key, AlgorithmicTradingDraw.OFF.ordinal());
        double cancels = draws.exponential(
                BehaviourParameters.MARKET_MAKER_CANCEL_RATIO_MEAN, key, AlgorithmicTradingDraw.CANCELS.ordinal());
        long cancelledCents = (long) (cancels * notionalCents / floor.market().depthShare());
        OrderIntent quote = draws.bernoulli(
                        BehaviourParameters.MARKET_MAKER_TAKER_SHARE, key, AlgorithmicTradingDraw.TAKES.ordinal())
                ? OrderIntent.market(coin, side, notionalCents)
                : OrderIntent.limit(coin, side, notionalCents, offBps);
        floor.placeOrder(
                ask(user, key), quote.withCancelledCents(cancelledCents).withApiKey(sessions.apiKeyId(user)));
    }

    /** Whether a user without a program at work wakes the key of an old one for this trade. */
    boolean usesDormantKey(User user, long key) {
        return draws.bernoulli(
                        BehaviourParameters.DORMANT_API_KEY_SHARE, user.id(), AlgorithmicTradingDraw.OLD_KEY.ordinal())
                && draws.bernoulli(
                        BehaviourParameters.DORMANT_API_KEY_USE, key, AlgorithmicTradingDraw.OLD_KEY.ordinal());
    }

    /** A burst of orders, seconds apart; everything is sold if the price falls, or if the strategy says so. */
    void rebalance(User user, long key) {
        boolean isFall = floor.market().returnZ() < BehaviourParameters.FALL_RETURN_Z;
        double sellsOut = isFall ? BehaviourParameters.ALGO_STOP_OUT_IN_FALL : BehaviourParameters.ALGO_FULL_SALE;
        if (draws.bernoulli(sellsOut, key, AlgorithmicTradingDraw.STOPS_OUT.ordinal())) {
            for (int i = 0; i < COINS.size(); i++) {
                later(user, COINS.get(i), Side.SELL, 1, parts.bits(key, i), i);
            }
            return;
        }
        int count = 2 + draws.uniformInt(3, key, AlgorithmicTradingDraw.COUNT.ordinal());
        int first = draws.uniformInt(COINS.size(), key, AlgorithmicTradingDraw.COIN.ordinal());
        for (int i = 0; i < count; i++) {
            Asset coin = COINS.get((first + i) % COINS.size());
            double share = draws.uniformBetween(0.1, 0.5, key, AlgorithmicTradingDraw.SHARE.ordinal() + 10L * i);
            later(user, coin, i % 2 == 0 ? Side.SELL : Side.BUY, share, parts.bits(key, i), i);
        }
    }

    /** Some programs send all orders at once, others one after the other. */
    private void later(User user, Asset coin, Side side, double share, long key, int number) {
        boolean isBasket = draws.bernoulli(
                BehaviourParameters.ALGO_BASKET_SHARE, user.id(), AlgorithmicTradingDraw.BASKET.ordinal());
        double gapSeconds = isBasket ? draws.uniformBetween(0.1, 1, key, 0) : draws.uniformBetween(1, 20, key, 0);
        long afterMillis = (long) (number * gapSeconds * SECOND_MILLIS);
        floor.schedule(floor.nowMillis() + afterMillis, () -> order(user, coin, side, share, key));
    }

    private void order(User user, Asset coin, Side side, double share, long key) {
        Asset sold = side == Side.SELL ? coin : Asset.CASH;
        long notionalCents = (long) (share * user.wallet().availableCents(sold, floor.prices()));
        long apiKey = user.archetype().hasApiKey() ? sessions.apiKeyId(user) : sessions.dormantApiKeyId(user);
        OrderIntent draft = OrderIntent.market(coin, side, notionalCents).withApiKey(apiKey);
        long makerId = population.thinBookMakerId(draws.uniform(key, AlgorithmicTradingDraw.MAKER.ordinal()));
        floor.placeOrder(ask(user, key), coin == Asset.VIA ? draft.withCounterparty(makerId) : draft);
    }

    private Intent ask(User user, long key) {
        return new Intent(user, sessions.apiSession(user, floor.nowMillis()), key, honest);
    }
}
