package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.SessionGenerator;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.AlgorithmicTradingParameters;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.Population;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.exchange.api.Actor;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.market.Asset;
import firedrill.ingest.parameters.UniformRange;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.Repeated;
import firedrill.ingest.random.SingleDraw;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Trading through API keys, from hosting providers. Market makers quote close to the best price, cancel most quotes and
 * keep their inventory balanced; some orders take prices to do so. Other programs rebalance a portfolio over several coins
 * within seconds and may sell everything in a fall, which resembles API key theft.
 */
final class AlgorithmicTrading {

    private static final long SECOND_MILLIS = TimeUnit.SECONDS.toMillis(1);
    private static final List<Asset> COINS = Asset.COINS;

    /** Draws by the key of an order or a rebalance, and by user id. */
    private enum ProgramDraw implements DrawIndex {
        COIN(0),
        /** Repeated for each coin of a rebalance. */
        @Repeated
        FRACTION(1),
        OFFSET(2),
        CANCELLED(3),
        SELLS_ALL(4),
        COIN_COUNT(5),
        DORMANT_KEY(7),
        IS_BASKET(8),
        TAKES(9);

        private final long index;

        ProgramDraw(long index) {
            this.index = index;
        }

        @Override
        public long index() {
            return index;
        }

        @Override
        public long stride() {
            return 10;
        }
    }

    /** Draws by the key of one order of a rebalance. */
    private enum RebalanceOrderDraw implements DrawIndex {
        GAP(0),
        MARKET_MAKER(6);

        private final long index;

        RebalanceOrderDraw(long index) {
            this.index = index;
        }

        @Override
        public long index() {
            return index;
        }
    }

    private final ExchangeApi exchange;
    private final Population population;
    private final SessionGenerator sessions;
    private final AlgorithmicTradingParameters parameters;
    private final double fallReturnZ;
    private final Actor actor;
    private final RandomStream draws;
    private final RandomStream orderKeys;

    AlgorithmicTrading(CustomerContext context, Actor actor) {
        this.actor = actor;
        exchange = context.exchange();
        population = context.population();
        sessions = context.sessions();
        parameters = context.parameters().algorithmicTrading();
        fallReturnZ = context.parameters().trading().fallReturnZ();
        draws = context.random().stream(BehaviourStream.ALGORITHMIC_TRADE);
        orderKeys = context.random().stream(BehaviourStream.ALGORITHMIC_TRADE_PART);
    }

    /** One quote of a market maker, on the side that balances the inventory. */
    void quote(User user, long key) {
        Asset coin = COINS.get(draws.uniformInt(COINS.size(), key, ProgramDraw.COIN));
        long coinCents = user.wallet().availableCents(coin, exchange.prices());
        long cashCents = user.wallet().availableCents(Asset.CASH, exchange.prices()) / COINS.size();
        Side side = coinCents > cashCents ? Side.SELL : Side.BUY;
        double fraction = between(parameters.quoteFraction(), key, 0);
        long notionalCents = (long) (fraction * Math.max(coinCents, cashCents));
        double cancelRatio = draws.exponential(parameters.cancelRatioMean(), key, ProgramDraw.CANCELLED);
        long cancelledCents =
                (long) (cancelRatio * notionalCents / exchange.market().depthShare());
        exchange.placeOrder(
                intent(user, key),
                quote(coin, side, notionalCents, key)
                        .withCancelledCents(cancelledCents)
                        .withApiKey(sessions.apiKeyId(user)));
    }

    private OrderIntent quote(Asset coin, Side side, long notionalCents, long key) {
        double offsetBps = draws.uniformBetween(0, parameters.quoteMaxOffsetBps(), key, ProgramDraw.OFFSET);
        return draws.bernoulli(parameters.takerShare(), key, ProgramDraw.TAKES)
                ? OrderIntent.market(coin, side, notionalCents)
                : OrderIntent.limit(coin, side, notionalCents, offsetBps);
    }

    /** Whether a manual trader uses a dormant API key for this trade. */
    boolean usesDormantKey(User user, long key) {
        return draws.bernoulli(parameters.dormantApiKeyShare(), user.id(), ProgramDraw.DORMANT_KEY)
                && draws.bernoulli(parameters.dormantApiKeyUse(), key, ProgramDraw.DORMANT_KEY);
    }

    /** A burst of orders; everything is sold if the price falls, or if the strategy demands it. */
    void rebalance(User user, long key) {
        boolean isFall = exchange.market().returnZ() < fallReturnZ;
        double sellsAll = isFall ? parameters.stopOutInFall() : parameters.fullSale();
        if (draws.bernoulli(sellsAll, key, ProgramDraw.SELLS_ALL)) {
            for (int i = 0; i < COINS.size(); i++) {
                schedule(user, COINS.get(i), Side.SELL, 1, orderKeys.bits(key, SingleDraw.VALUE, i), i);
            }
            return;
        }
        int counts = parameters.maxRebalancedCoins() - parameters.minRebalancedCoins() + 1;
        int count = parameters.minRebalancedCoins() + draws.uniformInt(counts, key, ProgramDraw.COIN_COUNT);
        int first = draws.uniformInt(COINS.size(), key, ProgramDraw.COIN);
        for (int i = 0; i < count; i++) {
            Asset coin = COINS.get((first + i) % COINS.size());
            double fraction = between(parameters.rebalanceFraction(), key, i);
            Side side = i % 2 == 0 ? Side.SELL : Side.BUY;
            schedule(user, coin, side, fraction, orderKeys.bits(key, SingleDraw.VALUE, i), i);
        }
    }

    /** A basket is sent at once, other orders one after the other. */
    private void schedule(User user, Asset coin, Side side, double fraction, long key, int number) {
        boolean isBasket = draws.bernoulli(parameters.basketShare(), user.id(), ProgramDraw.IS_BASKET);
        UniformRange gap = isBasket ? parameters.basketGapSeconds() : parameters.sequentialGapSeconds();
        double gapSeconds = draws.uniformBetween(gap.min(), gap.max(), key, RebalanceOrderDraw.GAP);
        long delayMillis = (long) (number * gapSeconds * SECOND_MILLIS);
        exchange.schedule(exchange.nowMillis() + delayMillis, () -> placeOrder(user, coin, side, fraction, key));
    }

    private void placeOrder(User user, Asset coin, Side side, double fraction, long key) {
        Asset sold = side == Side.SELL ? coin : Asset.CASH;
        long notionalCents = (long) (fraction * user.wallet().availableCents(sold, exchange.prices()));
        long apiKeyId = user.archetype().hasApiKey() ? sessions.apiKeyId(user) : sessions.dormantApiKeyId(user);
        OrderIntent order = OrderIntent.market(coin, side, notionalCents).withApiKey(apiKeyId);
        long makerId = population.thinBookMakerId(draws.uniform(key, RebalanceOrderDraw.MARKET_MAKER));
        exchange.placeOrder(intent(user, key), coin == Asset.VIA ? order.withCounterparty(makerId) : order);
    }

    private Intent intent(User user, long key) {
        return new Intent(user, sessions.apiSession(user, exchange.nowMillis()), key, actor);
    }

    private double between(UniformRange range, long key, int number) {
        return draws.uniformBetween(range.min(), range.max(), key, ProgramDraw.FRACTION, number);
    }
}
