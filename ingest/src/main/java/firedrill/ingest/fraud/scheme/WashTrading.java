package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.TypologyParameters;
import firedrill.ingest.market.Asset;
import java.util.List;

/**
 * T10: two accounts of a ring trade back and forth with each other in regular sizes, and end where they began. One rests
 * what the other takes, or both take.
 */
public final class WashTrading implements Scheme {

    /** Where a ring would show volume: the smaller, the better. */
    private static final List<Asset> COIN_CHOICES = List.of(Asset.VIA, Asset.VIA, Asset.SOL, Asset.SOL, Asset.ETH);

    private enum WashTradeDraw {
        PAIR,
        COIN,
        COUNT,
        SIZE,
        JITTER,
        SELF_MATCH,
        LIMIT_ORDER,
        PRICE_OFFSET,
        LOGIN_DELAY,
        INTERVAL
    }

    private final AttackContext context;
    private final SchemeRandom random;

    public WashTrading(AttackContext ground) {
        this.context = ground;
        random = ground.randomFor("attack.wash");
    }

    @Override
    public void schedule(Attack strike) {
        long key = strike.key();
        double place = random.uniform(key, WashTradeDraw.PAIR);
        User one = strike.ring().accountAt(place, 0);
        User other = strike.ring().accountAt(place, 1);
        Asset coin = COIN_CHOICES.get(random.uniformInt(COIN_CHOICES.size(), key, WashTradeDraw.COIN));
        ClientSession session = context.infrastructure().session(strike, one, 0, strike.startMillis());
        context.scheduleLogin(strike.startMillis(), one, session, key);
        int count = TypologyParameters.WASH_MIN_TRADES
                + random.uniformInt(TypologyParameters.WASH_EXTRA_TRADES, key, WashTradeDraw.COUNT);
        double share = random.uniformBetween(
                TypologyParameters.WASH_SIZE_MIN_FRACTION,
                TypologyParameters.WASH_SIZE_MAX_FRACTION,
                key,
                WashTradeDraw.SIZE);
        var crime =
                new AttackExecution(context, strike, AmountAtRisk.ofMarketOrders(TypologyParameters.WASH_LOSS_SHARE));
        long at = strike.startMillis() + random.loginToTradeMillis(key, WashTradeDraw.LOGIN_DELAY);
        for (int i = 0; i < count; i++) {
            User account = i % 4 < 2 ? one : other;
            User partner = account == one ? other : one;
            Side side = i % 2 == 0 ? Side.BUY : Side.SELL;
            var ask = new Intent(
                    account,
                    context.infrastructure().session(strike, account, i % 2, strike.startMillis()),
                    key + i,
                    crime);
            context.schedule(at, () -> trade(ask, coin, side, share, partner.id()));
            at += random.exponentialMillis(
                    TypologyParameters.WASH_INTERVAL_MEAN_SECONDS / 60, key + i, WashTradeDraw.INTERVAL);
        }
    }

    private void trade(Intent ask, Asset coin, Side side, double share, long partner) {
        long key = ask.key();
        double jitter = TypologyParameters.WASH_SIZE_JITTER * random.uniformBetween(-1, 1, key, WashTradeDraw.JITTER);
        long cents = (long) (share * (1 + jitter) * ask.user().wealthCents() / 2);
        boolean rests = random.bernoulli(TypologyParameters.WASH_LIMIT_ORDER_SHARE, key, WashTradeDraw.LIMIT_ORDER);
        double offBps =
                random.uniformBetween(0, TypologyParameters.WASH_LIMIT_MAX_OFFSET_BPS, key, WashTradeDraw.PRICE_OFFSET);
        OrderIntent draft =
                rests ? OrderIntent.limit(coin, side, cents, offBps) : OrderIntent.market(coin, side, cents);
        boolean meets = random.bernoulli(TypologyParameters.WASH_SELF_MATCH_SHARE, key, WashTradeDraw.SELF_MATCH);
        context.exchange().placeOrder(ask, meets ? draft.withCounterparty(partner) : draft);
    }
}
