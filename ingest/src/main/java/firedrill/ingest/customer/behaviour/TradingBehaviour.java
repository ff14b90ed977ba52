package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.SessionGenerator;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.Population;
import firedrill.ingest.customer.TradingParameters;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.exchange.api.Actor;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.concurrent.TimeUnit;

/**
 * Trading behaviour: manual trades, mostly of the preferred coin, at once or in part, with more sales in a fall. Accounts
 * with an API key trade by {@link AlgorithmicTrading}.
 */
final class TradingBehaviour {

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private enum TradingDraw implements DrawIndex {
        SELLS,
        IS_ALL,
        FRACTION,
        DEVICE,
        IS_OTHER_COIN,
        OTHER_COIN,
        IS_LIMIT,
        OFFSET,
        COUNTERPARTY,
        ROUND_TRIP_MAKER,
        MAKES_ROUND_TRIPS,
        ROUND_TRIPS,
        ROUND_TRIP_TIME,
        LOGS_IN,
        LOGIN_TO_TRADE,
        CANCELS,
        CANCELLED;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final ExchangeApi exchange;
    private final Population population;
    private final SessionGenerator sessions;
    private final TradingParameters parameters;
    private final Actor actor;
    private final RandomStream draws;
    private final RandomStream roundTripKeys;
    private final AlgorithmicTrading algorithmic;
    private final RecurringAmounts recurringAmounts;

    TradingBehaviour(CustomerContext context, Actor actor, RecurringAmounts recurringAmounts) {
        this.actor = actor;
        this.recurringAmounts = recurringAmounts;
        exchange = context.exchange();
        population = context.population();
        sessions = context.sessions();
        parameters = context.parameters().trading();
        draws = context.random().stream(BehaviourStream.TRADE);
        roundTripKeys = context.random().stream(BehaviourStream.ROUND_TRIP);
        algorithmic = new AlgorithmicTrading(context, actor);
    }

    void trade(User user, long key) {
        switch (user.archetype()) {
            case MARKET_MAKER -> algorithmic.quote(user, key);
            case ALGO_TRADER -> algorithmic.rebalance(user, key);
            case FEE_TIER_SEEKER -> {
                if (bernoulli(parameters.feeTierRoundTrip(), key, TradingDraw.MAKES_ROUND_TRIPS)) {
                    scheduleRoundTrips(user, key);
                } else {
                    startManualTrade(user, key);
                }
            }
            case RECURRING_BUYER -> {
                long notionalCents = recurringAmounts.amountCents(user);
                OrderIntent order = OrderIntent.market(user.preferredCoin(), Side.BUY, notionalCents);
                exchange.placeOrder(intent(user, user.mainDeviceId(), key), order);
            }
            case ORDINARY, WHALE, NEWCOMER, PROMO_HUNTER -> {
                if (algorithmic.usesDormantKey(user, key)) {
                    algorithmic.rebalance(user, key);
                } else {
                    startManualTrade(user, key);
                }
            }
        }
    }

    /** Logs in before the trade, or trades in an open session. */
    private void startManualTrade(User user, long key) {
        if (!bernoulli(parameters.login(), key, TradingDraw.LOGS_IN)) {
            tradeManually(user, key);
            return;
        }
        ClientSession session = sessions.userSession(user, deviceId(user, key), key, exchange.nowMillis());
        exchange.login(user, session, sessions.presentedFactor(user, false, key));
        double minutes = draws.exponential(parameters.loginToTradeMeanMinutes(), key, TradingDraw.LOGIN_TO_TRADE);
        exchange.schedule(exchange.nowMillis() + (long) (minutes * MINUTE_MILLIS), () -> tradeManually(user, key));
    }

    private long deviceId(User user, long key) {
        return user.deviceIds().sample(uniform(key, TradingDraw.DEVICE));
    }

    private void tradeManually(User user, long key) {
        Prices prices = exchange.prices();
        Asset coin = coin(user, key);
        boolean isFall = exchange.market().returnZ() < parameters.fallReturnZ();
        boolean sells = bernoulli(isFall ? parameters.sellInFall() : parameters.sell(), key, TradingDraw.SELLS);
        if (sells && !hasMinimum(user, coin, prices)) {
            coin = user.wallet().largestCoin(prices);
            sells = hasMinimum(user, coin, prices);
        } else if (!sells && !hasMinimum(user, Asset.CASH, prices)) {
            coin = user.wallet().largestCoin(prices);
            sells = true;
        }
        long availableCents = user.wallet().availableCents(sells ? coin : Asset.CASH, prices);
        long notionalCents = (long) (fraction(user, key) * availableCents);
        OrderIntent order = order(user, coin, sells ? Side.SELL : Side.BUY, notionalCents, key);
        exchange.placeOrder(intent(user, deviceId(user, key), key), order);
    }

    private static boolean hasMinimum(User user, Asset asset, Prices prices) {
        return user.wallet().availableCents(asset, prices) >= ExchangeApi.MIN_AMOUNT_CENTS;
    }

    /** Everything, or a fraction that is mostly small. */
    private double fraction(User user, long key) {
        if (user.isConcentrated() && bernoulli(parameters.allAtOnce(), key, TradingDraw.IS_ALL)) {
            return 1;
        }
        double min = parameters.fraction().min();
        double uniform = uniform(key, TradingDraw.FRACTION);
        return min + (parameters.fraction().max() - min) * uniform * uniform;
    }

    private OrderIntent order(User user, Asset coin, Side side, long notionalCents, long key) {
        OrderIntent order = bernoulli(parameters.limitOrder(), key, TradingDraw.IS_LIMIT)
                ? OrderIntent.limit(coin, side, notionalCents, limitOffsetBps(key))
                : marketOrder(coin, side, notionalCents, key);
        return population.assignCounterparty(user, order, uniform(key, TradingDraw.COUNTERPARTY));
    }

    private double limitOffsetBps(long key) {
        return draws.logNormal(
                parameters.limitOffsetMedianBps(), parameters.limitOffsetSigma(), key, TradingDraw.OFFSET);
    }

    /** A market order; some replace a resting order that was not filled. */
    private OrderIntent marketOrder(Asset coin, Side side, long notionalCents, long key) {
        OrderIntent order = OrderIntent.market(coin, side, notionalCents);
        if (!bernoulli(parameters.cancelAndCross(), key, TradingDraw.CANCELS)) {
            return order;
        }
        double ratio = draws.logNormal(
                parameters.cancelledToTakenMedian(), parameters.cancelledToTakenSigma(), key, TradingDraw.CANCELLED);
        return order.withCancelledCents((long) (ratio * notionalCents));
    }

    private Asset coin(User user, long key) {
        if (bernoulli(parameters.otherCoin(), key, TradingDraw.IS_OTHER_COIN)) {
            return Asset.COINS.get(draws.uniformInt(Asset.COINS.size(), key, TradingDraw.OTHER_COIN));
        }
        return user.preferredCoin();
    }

    /** Round trips to reach the next fee tier, minutes apart. */
    private void scheduleRoundTrips(User user, long key) {
        Asset coin = user.preferredCoin();
        long notionalCents = (long) (parameters.roundTripToWealth() * user.wealthCents());
        int trips = 1 + draws.uniformInt(parameters.maxRoundTrips(), key, TradingDraw.ROUND_TRIPS);
        long makerId = population.thinBookMakerId(uniform(user.id(), TradingDraw.ROUND_TRIP_MAKER));
        double minutes = draws.uniformBetween(
                parameters.roundTripMinutes().min(),
                parameters.roundTripMinutes().max(),
                key,
                TradingDraw.ROUND_TRIP_TIME);
        long intervalMillis = (long) (minutes * MINUTE_MILLIS);
        boolean startsWithSale = user.wallet().availableCents(coin, exchange.prices()) > notionalCents / 2;
        for (int i = 0; i < 2 * trips; i++) {
            Side side = (i % 2 == 0) == startsWithSale ? Side.SELL : Side.BUY;
            OrderIntent order = OrderIntent.market(coin, side, notionalCents).withCounterparty(makerId);
            Intent intent = intent(user, user.mainDeviceId(), roundTripKeys.bits(key, SingleDraw.VALUE, i));
            exchange.schedule(exchange.nowMillis() + i * intervalMillis, () -> exchange.placeOrder(intent, order));
        }
    }

    /** Sells everything of one coin. */
    void sellAll(User user, Asset coin, long deviceId, long key) {
        exchange.placeOrder(intent(user, deviceId, key), OrderIntent.market(coin, Side.SELL, Long.MAX_VALUE));
    }

    /** Buys a coin for a fraction of the cash. */
    void buy(User user, Asset coin, double fraction, long key) {
        long cents = (long) (fraction * user.wallet().availableCents(Asset.CASH, exchange.prices()));
        OrderIntent order = OrderIntent.market(coin, Side.BUY, cents);
        exchange.placeOrder(
                intent(user, user.mainDeviceId(), key),
                population.assignCounterparty(user, order, uniform(key, TradingDraw.COUNTERPARTY)));
    }

    /** Buys the preferred coin for all cash. */
    void buyAll(User user, long key) {
        exchange.placeOrder(
                intent(user, user.mainDeviceId(), key),
                OrderIntent.market(user.preferredCoin(), Side.BUY, Long.MAX_VALUE));
    }

    private Intent intent(User user, long deviceId, long key) {
        return new Intent(user, sessions.userSession(user, deviceId, key, exchange.nowMillis()), key, actor);
    }

    private double uniform(long key, TradingDraw draw) {
        return draws.uniform(key, draw);
    }

    private boolean bernoulli(double probability, long key, TradingDraw draw) {
        return draws.bernoulli(probability, key, draw);
    }
}
