package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.User;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.fraud.parameters.WashTradingParameters;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.Categorical;
import firedrill.ingest.fraud.ring.FraudStream;
import firedrill.ingest.market.Asset;
import firedrill.ingest.random.DrawIndex;
import java.util.List;

/** T10: wash trading: two ring accounts trade with each other in regular sizes and end flat. */
final class WashTrading implements Scheme {

    private static final double SECONDS_PER_MINUTE = 60;
    /** Coins in the order of their shares; the last one takes the rest. */
    private static final List<Asset> COINS = List.of(Asset.VIA, Asset.SOL, Asset.ETH);
    /** The first account buys and sells, then the second one. */
    private static final int ORDERS_PER_ACCOUNT = 2;

    private enum WashTradeDraw implements DrawIndex {
        PAIR,
        COIN,
        COUNT,
        SIZE,
        JITTER,
        SELF_MATCH,
        LIMIT_ORDER,
        PRICE_OFFSET,
        LOGIN_DELAY,
        INTERVAL;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final AttackContext context;
    private final WashTradingParameters parameters;
    private final SchemeRandom random;

    WashTrading(AttackContext context) {
        this.context = context;
        parameters = context.parameters().washTrading();
        random = context.randomFor(FraudStream.WASH_TRADING);
    }

    @Override
    public void schedule(Attack attack) {
        long key = attack.key();
        long startMillis = attack.startMillis();
        double pair = random.uniform(key, WashTradeDraw.PAIR);
        User first = attack.ring().accountAt(pair, 0);
        User second = attack.ring().accountAt(pair, 1);
        context.scheduleLogin(startMillis, first, context.infrastructure().session(attack, first, 0, startMillis), key);
        int count = random.uniformInt(parameters.trades(), key, WashTradeDraw.COUNT);
        var execution = new AttackExecution(context, attack, AmountAtRisk.ofMarketOrders(parameters.lossShare()));
        long timeMillis = startMillis
                + random.loginToTradeMillis(context.parameters().loginToTrade(), key, WashTradeDraw.LOGIN_DELAY);
        for (int i = 0; i < count; i++) {
            boolean isFirst = i % (2 * ORDERS_PER_ACCOUNT) < ORDERS_PER_ACCOUNT;
            User account = isFirst ? first : second;
            User partner = isFirst ? second : first;
            Side side = i % 2 == 0 ? Side.BUY : Side.SELL;
            var session = context.infrastructure().session(attack, account, i % 2, startMillis);
            AttackStep step = execution.step(account, session, key + i);
            context.schedule(timeMillis, () -> trade(step, side, partner.id()));
            timeMillis += random.exponentialMillis(
                    parameters.intervalMeanSeconds() / SECONDS_PER_MINUTE, key + i, WashTradeDraw.INTERVAL);
        }
        context.muleAccounts().reserve(first, timeMillis);
        context.muleAccounts().reserve(second, timeMillis);
    }

    private void trade(AttackStep step, Side side, long partnerId) {
        long key = step.key();
        Asset coin = coin(step.attack());
        boolean isLimit = random.bernoulli(parameters.limitOrderShare(), key, WashTradeDraw.LIMIT_ORDER);
        double offsetBps = random.uniformBetween(0, parameters.limitMaxOffsetBps(), key, WashTradeDraw.PRICE_OFFSET);
        long cents = orderCents(step);
        OrderIntent order =
                isLimit ? OrderIntent.limit(coin, side, cents, offsetBps) : OrderIntent.market(coin, side, cents);
        boolean isSelfMatch = random.bernoulli(parameters.selfMatchShare(), key, WashTradeDraw.SELF_MATCH);
        context.exchange().placeOrder(step.intent(), isSelfMatch ? order.withCounterparty(partnerId) : order);
    }

    private Asset coin(Attack attack) {
        WashTradingParameters.Coin coin = parameters.coin();
        return COINS.get(Categorical.index(
                random.uniform(attack.key(), WashTradeDraw.COIN), coin.thinCoinShare(), coin.solShare()));
    }

    /** Size of an order: one share of the initial cash for the whole attack, with a small jitter. */
    private long orderCents(AttackStep step) {
        double share =
                random.uniformBetween(parameters.sizeFraction(), step.attack().key(), WashTradeDraw.SIZE);
        double jitter = parameters.sizeJitter() * random.uniformBetween(-1, 1, step.key(), WashTradeDraw.JITTER);
        double cashShare = context.parameters().account().traderCashShare();
        return (long) (share * (1 + jitter) * step.user().wealthCents() * cashShare);
    }
}
