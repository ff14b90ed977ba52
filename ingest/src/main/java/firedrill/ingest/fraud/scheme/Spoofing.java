package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.TypologyParameters;
import firedrill.ingest.market.Asset;

/**
 * T11: large orders are shown on one side, away from the best price, and cancelled within seconds, when the market has
 * leant away from them; a smaller order on the other side takes the better price.
 */
public final class Spoofing implements Scheme {

    private static final long SECOND_MILLIS = 1_000;

    private enum SpoofingDraw {
        ACCOUNT,
        COIN,
        SIDE,
        COUNT,
        SIZE,
        PRICE_OFFSET,
        TAKE_SIZE,
        LOGIN_DELAY,
        TIME
    }

    private final AttackContext context;
    private final SchemeRandom random;

    public Spoofing(AttackContext ground) {
        this.context = ground;
        random = ground.randomFor("attack.spoof");
    }

    @Override
    public void schedule(Attack strike) {
        long key = strike.key();
        User account = strike.ring().accountAt(random.uniform(key, SpoofingDraw.ACCOUNT), 0);
        ClientSession session = context.infrastructure().session(strike, account, 0, strike.startMillis());
        context.scheduleLogin(strike.startMillis(), account, session, key);
        boolean isKnown = random.bernoulli(TypologyParameters.SPOOF_PREFERRED_COIN_SHARE, key, SpoofingDraw.COIN);
        Asset coin =
                isKnown ? account.preferredCoin() : Asset.COINS.get(1 + random.uniformInt(3, ~key, SpoofingDraw.COIN));
        boolean showsSales = random.bernoulli(0.5, key, SpoofingDraw.SIDE);
        var crime =
                new AttackExecution(context, strike, AmountAtRisk.ofMarketOrders(TypologyParameters.SPOOF_LOSS_SHARE));
        int count = TypologyParameters.SPOOF_MIN_ORDERS
                + random.uniformInt(TypologyParameters.SPOOF_EXTRA_ORDERS, key, SpoofingDraw.COUNT);
        long at = strike.startMillis() + random.loginToTradeMillis(key, SpoofingDraw.LOGIN_DELAY);
        for (int i = 0; i < count; i++) {
            var ask = new Intent(account, session, key + i, crime);
            context.schedule(at, () -> placeSpoofOrder(ask, coin, showsSales ? Side.SELL : Side.BUY));
            at += (long) (random.uniformBetween(0.3, 3, key + i, SpoofingDraw.TIME) * SECOND_MILLIS);
        }
        var taker = new Intent(account, session, key + count, crime);
        long takes = at + (long) (random.uniformBetween(3, 25, key, SpoofingDraw.TIME) * SECOND_MILLIS);
        context.schedule(takes, () -> executeOpposite(taker, crime, coin, showsSales ? Side.BUY : Side.SELL));
    }

    private void placeSpoofOrder(Intent ask, Asset coin, Side side) {
        double share = random.uniformBetween(
                TypologyParameters.SPOOF_SIZE_MIN_FRACTION,
                TypologyParameters.SPOOF_SIZE_MAX_FRACTION,
                ask.key(),
                SpoofingDraw.SIZE);
        double offBps = random.uniformBetween(
                TypologyParameters.SPOOF_MIN_OFFSET_BPS,
                TypologyParameters.SPOOF_MAX_OFFSET_BPS,
                ask.key(),
                SpoofingDraw.PRICE_OFFSET);
        context.exchange()
                .placeOrder(
                        ask,
                        OrderIntent.limit(
                                coin, side, context.orderNotionalCents(ask.user(), coin, side, share), offBps));
    }

    private void executeOpposite(Intent ask, AttackExecution crime, Asset coin, Side side) {
        double share = random.uniformBetween(
                TypologyParameters.SPOOF_TAKE_MIN_FRACTION,
                TypologyParameters.SPOOF_TAKE_MAX_FRACTION,
                ask.key(),
                SpoofingDraw.TAKE_SIZE);
        OrderIntent draft = OrderIntent.market(coin, side, context.orderNotionalCents(ask.user(), coin, side, share));
        context.exchange().placeOrder(ask, draft.withCancelledCents(crime.cancelRestingOrders()));
    }
}
