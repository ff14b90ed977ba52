package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.fraud.parameters.SpoofingParameters;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.FraudStream;
import firedrill.ingest.market.Asset;
import firedrill.ingest.random.DrawIndex;
import java.util.List;

/**
 * T11: spoofing: large limit orders away from the best price, cancelled within seconds, and a market order on the other
 * side.
 */
final class Spoofing implements Scheme {

    /** Coins other than the index. */
    private static final List<Asset> OTHER_COINS = List.of(Asset.ETH, Asset.SOL, Asset.VIA);

    private enum SpoofingDraw implements DrawIndex {
        ACCOUNT,
        COIN,
        SIDE,
        COUNT,
        SIZE,
        PRICE_OFFSET,
        EXECUTION_SIZE,
        LOGIN_DELAY,
        TIME,
        EXECUTION_DELAY;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final AttackContext context;
    private final SpoofingParameters parameters;
    private final SchemeRandom random;

    Spoofing(AttackContext context) {
        this.context = context;
        parameters = context.parameters().spoofing();
        random = context.randomFor(FraudStream.SPOOFING);
    }

    @Override
    public void schedule(Attack attack) {
        long key = attack.key();
        User account = attack.ring().accountAt(random.uniform(key, SpoofingDraw.ACCOUNT), 0);
        ClientSession session = context.infrastructure().session(attack, account, 0, attack.startMillis());
        context.scheduleLogin(attack.startMillis(), account, session, key);
        Asset coin = random.bernoulli(parameters.preferredCoinShare(), key, SpoofingDraw.COIN)
                ? account.preferredCoin()
                : OTHER_COINS.get(random.uniformInt(OTHER_COINS.size(), ~key, SpoofingDraw.COIN));
        boolean showsSales = random.bernoulli(parameters.sellSideShare(), key, SpoofingDraw.SIDE);
        var execution = new AttackExecution(context, attack, AmountAtRisk.ofMarketOrders(parameters.lossShare()));
        int count = random.uniformInt(parameters.orders(), key, SpoofingDraw.COUNT);
        long timeMillis = attack.startMillis()
                + random.loginToTradeMillis(context.parameters().loginToTrade(), key, SpoofingDraw.LOGIN_DELAY);
        for (int i = 0; i < count; i++) {
            AttackStep step = execution.step(account, session, key + i);
            context.schedule(timeMillis, () -> placeSpoofOrder(step, coin, showsSales ? Side.SELL : Side.BUY));
            timeMillis += SchemeRandom.secondsToMillis(
                    random.uniformBetween(parameters.orderGapSeconds(), key + i, SpoofingDraw.TIME));
        }
        AttackStep opposite = execution.step(account, session, key + count);
        long oppositeMillis = timeMillis
                + SchemeRandom.secondsToMillis(
                        random.uniformBetween(parameters.executionDelaySeconds(), key, SpoofingDraw.EXECUTION_DELAY));
        context.muleAccounts().reserve(account, oppositeMillis);
        context.schedule(oppositeMillis, () -> executeOpposite(opposite, coin, showsSales ? Side.BUY : Side.SELL));
    }

    private void placeSpoofOrder(AttackStep step, Asset coin, Side side) {
        double share = random.uniformBetween(parameters.sizeFraction(), step.key(), SpoofingDraw.SIZE);
        double offsetBps = random.uniformBetween(parameters.offsetBps(), step.key(), SpoofingDraw.PRICE_OFFSET);
        long cents = context.orderNotionalCents(step.user(), coin, side, share);
        context.exchange().placeOrder(step.intent(), OrderIntent.limit(coin, side, cents, offsetBps));
    }

    private void executeOpposite(AttackStep step, Asset coin, Side side) {
        double share = random.uniformBetween(parameters.executionFraction(), step.key(), SpoofingDraw.EXECUTION_SIZE);
        long cents = context.orderNotionalCents(step.user(), coin, side, share);
        OrderIntent order = OrderIntent.market(coin, side, cents)
                .withCancelledCents(step.execution().cancelRestingOrders());
        context.exchange().placeOrder(step.intent(), order);
    }
}
