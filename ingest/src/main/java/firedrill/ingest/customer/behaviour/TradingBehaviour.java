package firedrill.ingest.customer.behaviour;

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
import firedrill.ingest.market.Prices;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import java.util.concurrent.TimeUnit;

/**
 * How honest users trade by hand: mostly their favourite coin, some all or nothing, others a part at a time; most sell
 * when the price falls. Programs have their own ways ({@link AlgorithmicTrading}).
 */
final class TradingBehaviour {

    private static final double ALL_AT_ONCE = 0.5;
    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private enum TradingDraw {
        SELLS,
        ALL,
        SHARE,
        DEVICE,
        OTHER_COIN,
        WHICH_COIN,
        RESTS,
        OFF,
        MEETS_MAKER,
        WHICH_MAKER,
        CHASES,
        TRIPS,
        TRIP_TIME,
        LOGS_IN,
        LOGIN_TO_TRADE,
        WAITED,
        CANCELLED
    }

    private final Population population;
    private final ExchangeApi floor;
    private final SessionGenerator sessions;
    private final Actor honest;
    private final RandomStream draws;
    private final RandomStream parts;
    private final AlgorithmicTrading programs;
    private final RecurringAmounts instalments;

    TradingBehaviour(
            Population population, ExchangeApi floor, SessionGenerator sessions, Actor honest, RandomSource chance) {
        this.population = population;
        this.floor = floor;
        this.sessions = sessions;
        this.honest = honest;
        draws = chance.stream("population.trade");
        parts = chance.stream("population.trade.part");
        programs = new AlgorithmicTrading(population, floor, sessions, honest, chance);
        instalments = new RecurringAmounts(chance);
    }

    void trade(User user, long key) {
        switch (user.archetype()) {
            case MARKET_MAKER -> programs.quote(user, key);
            case ALGO_TRADER -> programs.rebalance(user, key);
            case FEE_TIER_SEEKER -> {
                if (happens(BehaviourParameters.FEE_TIER_ROUND_TRIP_SHARE, key, TradingDraw.CHASES)) {
                    chase(user, key);
                } else {
                    inSession(user, key);
                }
            }
            case RECURRING_BUYER -> {
                OrderIntent draft = OrderIntent.market(user.preferredCoin(), Side.BUY, instalments.amountCents(user));
                floor.placeOrder(ask(user, user.mainDeviceId(), key), draft);
            }
            case ORDINARY, WHALE, NEWCOMER, PROMO_HUNTER -> {
                if (programs.usesDormantKey(user, key)) {
                    programs.rebalance(user, key);
                } else {
                    inSession(user, key);
                }
            }
        }
    }

    /** Logs in first, or trades in a session that is open. */
    private void inSession(User user, long key) {
        if (!happens(BehaviourParameters.LOGIN_BEFORE_TRADE, key, TradingDraw.LOGS_IN)) {
            byHand(user, key);
            return;
        }
        ClientSession session = sessions.userSession(user, device(user, key), key, floor.nowMillis());
        floor.login(user, session, sessions.presentedFactor(user, false, key));
        double minutes = draws.exponential(
                BehaviourParameters.LOGIN_TO_TRADE_MEAN_MINUTES, key, TradingDraw.LOGIN_TO_TRADE.ordinal());
        floor.schedule(floor.nowMillis() + (long) (minutes * MINUTE_MILLIS), () -> byHand(user, key));
    }

    private long device(User user, long key) {
        return user.deviceIds().sample(uniform(key, TradingDraw.DEVICE));
    }

    private void byHand(User user, long key) {
        Prices prices = floor.prices();
        Asset coin = coin(user, key);
        boolean isFall = floor.market().returnZ() < BehaviourParameters.FALL_RETURN_Z;
        boolean sells = happens(isFall ? BehaviourParameters.SELL_IN_FALL : 0.5, key, TradingDraw.SELLS);
        if (sells && user.wallet().availableCents(coin, prices) < ExchangeApi.MIN_AMOUNT_CENTS) {
            coin = user.wallet().largestCoin(prices);
            sells = user.wallet().availableCents(coin, prices) >= ExchangeApi.MIN_AMOUNT_CENTS;
        } else if (!sells && user.wallet().availableCents(Asset.CASH, prices) < ExchangeApi.MIN_AMOUNT_CENTS) {
            coin = user.wallet().largestCoin(prices);
            sells = true;
        }
        long freeCents = user.wallet().availableCents(sells ? coin : Asset.CASH, prices);
        boolean isAll = user.isConcentrated() && happens(ALL_AT_ONCE, key, TradingDraw.ALL);
        double share = isAll ? 1 : part(uniform(key, TradingDraw.SHARE));
        OrderIntent draft = draft(user, coin, sells ? Side.SELL : Side.BUY, (long) (share * freeCents), key);
        floor.placeOrder(ask(user, device(user, key), key), draft);
    }

    /** Mostly little, seldom nearly everything. */
    private static double part(double uniform) {
        return BehaviourParameters.MIN_TRADE_FRACTION
                + (BehaviourParameters.MAX_TRADE_FRACTION - BehaviourParameters.MIN_TRADE_FRACTION) * uniform * uniform;
    }

    private OrderIntent draft(User user, Asset coin, Side side, long notionalCents, long key) {
        OrderIntent draft = taking(coin, side, notionalCents, key);
        if (happens(BehaviourParameters.LIMIT_ORDER_SHARE, key, TradingDraw.RESTS)) {
            double offBps = draws.logNormal(
                    BehaviourParameters.LIMIT_OFFSET_MEDIAN_BPS,
                    BehaviourParameters.LIMIT_OFFSET_SIGMA,
                    key,
                    TradingDraw.OFF.ordinal());
            draft = OrderIntent.limit(coin, side, notionalCents, offBps);
        }
        return population.assignCounterparty(user, draft, uniform(key, TradingDraw.MEETS_MAKER));
    }

    /** Takes the price, some after waiting in vain for a better one. */
    private OrderIntent taking(Asset coin, Side side, long notionalCents, long key) {
        OrderIntent draft = OrderIntent.market(coin, side, notionalCents);
        if (!happens(BehaviourParameters.CANCEL_AND_CROSS_SHARE, key, TradingDraw.WAITED)) {
            return draft;
        }
        double cancelled = draws.logNormal(
                BehaviourParameters.CANCELLED_TO_TAKEN_MEDIAN,
                BehaviourParameters.CANCELLED_TO_TAKEN_SIGMA,
                key,
                TradingDraw.CANCELLED.ordinal());
        return draft.withCancelledCents((long) (cancelled * notionalCents));
    }

    private Asset coin(User user, long key) {
        if (happens(BehaviourParameters.TRADE_OTHER_COIN, key, TradingDraw.OTHER_COIN)) {
            return Asset.COINS.get(draws.uniformInt(Asset.COINS.size(), key, TradingDraw.WHICH_COIN.ordinal()));
        }
        return user.preferredCoin();
    }

    /** Buys and sells the same again and again, a few minutes apart. */
    private void chase(User user, long key) {
        Asset coin = user.preferredCoin();
        long device = user.mainDeviceId();
        long notionalCents = (long) (BehaviourParameters.RECURRING_AMOUNT_TO_WEALTH * user.wealthCents());
        int trips = 1 + draws.uniformInt(BehaviourParameters.MAX_ROUND_TRIPS, key, TradingDraw.TRIPS.ordinal());
        long makerId = population.thinBookMakerId(draws.uniform(user.id(), TradingDraw.WHICH_MAKER.ordinal()));
        long everyMillis = (long) (draws.uniformBetween(0.5, 4, key, TradingDraw.TRIP_TIME.ordinal()) * MINUTE_MILLIS);
        boolean startsWithCoin = user.wallet().availableCents(coin, floor.prices()) > notionalCents / 2;
        for (int i = 0; i < 2 * trips; i++) {
            Side side = (i % 2 == 0) == startsWithCoin ? Side.SELL : Side.BUY;
            OrderIntent draft = OrderIntent.market(coin, side, notionalCents).withCounterparty(makerId);
            Intent ask = ask(user, device, parts.bits(key, i));
            floor.schedule(floor.nowMillis() + i * everyMillis, () -> floor.placeOrder(ask, draft));
        }
    }

    /** Everything of one coin to cash. */
    void sellAll(User user, Asset coin, long deviceId, long key) {
        floor.placeOrder(ask(user, deviceId, key), OrderIntent.market(coin, Side.SELL, Long.MAX_VALUE));
    }

    /** A share of the cash into a coin. */
    void buy(User user, Asset coin, double share, long key) {
        long cents = (long) (share * user.wallet().availableCents(Asset.CASH, floor.prices()));
        OrderIntent draft = OrderIntent.market(coin, Side.BUY, cents);
        floor.placeOrder(
                ask(user, user.mainDeviceId(), key),
                population.assignCounterparty(user, draft, uniform(key, TradingDraw.MEETS_MAKER)));
    }

    /** All cash into the favourite coin. */
    void buyAll(User user, long key) {
        floor.placeOrder(
                ask(user, user.mainDeviceId(), key),
                OrderIntent.market(user.preferredCoin(), Side.BUY, Long.MAX_VALUE));
    }

    private Intent ask(User user, long deviceId, long key) {
        return new Intent(user, sessions.userSession(user, deviceId, key, floor.nowMillis()), key, honest);
    }

    private double uniform(long key, TradingDraw question) {
        return draws.uniform(key, question.ordinal());
    }

    private boolean happens(double probability, long key, TradingDraw question) {
        return draws.bernoulli(probability, key, question.ordinal());
    }
}
