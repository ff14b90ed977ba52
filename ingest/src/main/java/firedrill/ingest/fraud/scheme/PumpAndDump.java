package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.User;
import firedrill.ingest.customer.arrival.NewsRally;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.TypologyParameters;
import firedrill.ingest.market.Asset;
import java.util.List;

/**
 * T12: insiders turn other coins into cash and buy the small coin quietly over hours, some of it by resting bids; then many
 * accounts of the ring buy it within seconds, each at a worse price, perhaps on the day's news; the insiders sell to
 * whoever follows. The harm is in what the insiders sell of it.
 */
public final class PumpAndDump implements Scheme {

    private static final long SECOND_MILLIS = 1_000;
    /** What traders hold beside the small coin and cash. */
    private static final List<Asset> FUNDING_COINS = List.of(Asset.ETH, Asset.SOL);

    private enum PumpDraw {
        FIRST_ACCOUNT,
        NEWS_WAIT,
        CASH_RAISING,
        CASH_FRACTION,
        PURCHASE_COUNT,
        SIZE,
        TIME,
        PRICE_OFFSET,
        LIMIT_ORDER,
        SALE_DELAY,
        MATCH,
        CONVERSION
    }

    private final AttackContext context;
    private final SchemeRandom random;

    public PumpAndDump(AttackContext ground) {
        this.context = ground;
        random = ground.randomFor("attack.pump");
    }

    @Override
    public void schedule(Attack strike) {
        long key = strike.key();
        double first = random.uniform(key, PumpDraw.FIRST_ACCOUNT);
        long pumps = pumpStartMillis(strike);
        for (int i = 0; i < TypologyParameters.PUMP_INSIDERS; i++) {
            accumulate(strike, strike.ring().accountAt(first, i), random.subKey(key, i), pumps);
        }
        for (int i = 0; i < TypologyParameters.PUMP_BUYERS; i++) {
            int step = TypologyParameters.PUMP_INSIDERS + i;
            pump(strike, strike.ring().accountAt(first, step), random.subKey(key, step), pumps);
        }
    }

    private long pumpStartMillis(Attack strike) {
        long ready = strike.startMillis()
                + random.uniformMillis(
                        TypologyParameters.PUMP_ACCUMULATION_MINUTES,
                        2 * TypologyParameters.PUMP_ACCUMULATION_MINUTES,
                        strike.key(),
                        PumpDraw.TIME);
        boolean waits = random.bernoulli(TypologyParameters.PUMP_NEWS_WAIT_SHARE, strike.key(), PumpDraw.NEWS_WAIT);
        return waits
                ? NewsRally.nextNewsMillis(context.randomSource(), ready)
                        + random.uniformInt(60_000, strike.key(), PumpDraw.PRICE_OFFSET)
                : ready;
    }

    private void accumulate(Attack strike, User insider, long key, long pumpsMillis) {
        var crime = new AttackExecution(context, strike, PumpAndDump::insiderSaleLossCents);
        raiseCash(strike, insider, key, strike.startMillis(), crime);
        long quiet = pumpsMillis - strike.startMillis();
        int buys = 2 + random.uniformInt(2, key, PumpDraw.PURCHASE_COUNT);
        for (int i = 0; i < buys; i++) {
            long part = random.subKey(key, i);
            double share = random.uniformBetween(0.05, 0.15, part, PumpDraw.SIZE);
            long at = strike.startMillis() + (long) (quiet * random.uniformBetween(0.05, 0.9, part, PumpDraw.TIME));
            context.schedule(at, () -> trade(intent(strike, insider, at, crime), Side.BUY, share, part));
        }
        long sells = pumpsMillis + (long) (random.uniformBetween(20, 80, key, PumpDraw.SALE_DELAY) * SECOND_MILLIS);
        for (int i = 0; i < TypologyParameters.PUMP_SALES_PER_INSIDER; i++) {
            long part = random.subKey(~key, i);
            double share = i == TypologyParameters.PUMP_SALES_PER_INSIDER - 1 ? 1 : 0.5;
            long at = sells + i * random.uniformMillis(0.2, 6, part, PumpDraw.TIME);
            context.schedule(at, () -> trade(intent(strike, insider, at, crime), Side.SELL, share, part));
        }
        context.muleAccounts().reserve(insider, sells);
        if (random.bernoulli(TypologyParameters.PUMP_CONVERSION_SHARE, key, PumpDraw.CONVERSION)) {
            long at = sells + random.uniformMillis(15, 90, key, PumpDraw.CONVERSION);
            context.schedule(at, () -> convertProceeds(intent(strike, insider, at, crime), key));
        }
    }

    private void pump(Attack strike, User buyer, long key, long pumpsMillis) {
        double seconds = random.uniformBetween(0, TypologyParameters.PUMP_DURATION_SECONDS, key, PumpDraw.TIME);
        long at = pumpsMillis + (long) (seconds * SECOND_MILLIS);
        double offBps = TypologyParameters.PUMP_MIN_OFFSET_BPS
                + (TypologyParameters.PUMP_MAX_OFFSET_BPS - TypologyParameters.PUMP_MIN_OFFSET_BPS)
                        * (seconds / TypologyParameters.PUMP_DURATION_SECONDS)
                        * random.uniformBetween(0.6, 1, key, PumpDraw.PRICE_OFFSET);
        var crime = new AttackExecution(context, strike, event -> 0);
        raiseCash(strike, buyer, key, pumpsMillis - random.uniformMillis(5, 100, key, PumpDraw.CASH_FRACTION), crime);
        double share = random.uniformBetween(0.08, 0.4, key, PumpDraw.SIZE);
        context.schedule(at, () -> buyAbovePrice(intent(strike, buyer, at, crime), share, offBps, key));
    }

    /** Sells some of another coin, so that there is cash for the small one. */
    private void raiseCash(Attack strike, User account, long key, long atMillis, AttackExecution crime) {
        if (random.bernoulli(TypologyParameters.PUMP_CASH_RAISING_SHARE, key, PumpDraw.CASH_RAISING)) {
            double share = random.uniformBetween(0.1, 0.5, key, PumpDraw.CASH_FRACTION);
            long at = Math.max(strike.startMillis(), atMillis);
            Asset coin = FUNDING_COINS.get(random.uniformInt(FUNDING_COINS.size(), key, PumpDraw.CASH_RAISING));
            context.schedule(at, () -> context.sell(intent(strike, account, at, crime), coin, share));
        }
    }

    private Intent intent(Attack strike, User account, long atMillis, AttackExecution crime) {
        long key = random.stream().bits(account.id(), atMillis);
        return new Intent(account, context.infrastructure().session(strike, account, 0, atMillis), key, crime);
    }

    /** At the best price, or resting close to it. */
    private void trade(Intent ask, Side side, double share, long key) {
        long cents = context.orderNotionalCents(ask.user(), Asset.VIA, side, share);
        boolean rests = random.bernoulli(TypologyParameters.PUMP_LIMIT_ORDER_SHARE, key, PumpDraw.LIMIT_ORDER);
        double offBps =
                random.logNormal(TypologyParameters.PUMP_LIMIT_MEDIAN_OFFSET_BPS, 1, key, PumpDraw.PRICE_OFFSET);
        OrderIntent draft =
                rests ? OrderIntent.limit(Asset.VIA, side, cents, offBps) : OrderIntent.market(Asset.VIA, side, cents);
        context.exchange().placeOrder(ask, matched(ask, draft, key));
    }

    private OrderIntent matched(Intent ask, OrderIntent draft, long key) {
        return context.population().assignCounterparty(ask.user(), draft, random.uniform(key, PumpDraw.MATCH));
    }

    private void buyAbovePrice(Intent ask, double share, double offBps, long key) {
        long cents = context.orderNotionalCents(ask.user(), Asset.VIA, Side.BUY, share);
        context.exchange()
                .placeOrder(
                        ask,
                        matched(
                                ask,
                                OrderIntent.market(Asset.VIA, Side.BUY, cents).withOffsetBps(offBps),
                                key));
    }

    /** Into a coin that is easier to take away. */
    private void convertProceeds(Intent ask, long key) {
        Asset coin = Asset.COINS.get(random.uniformInt(3, key, PumpDraw.CONVERSION));
        long cents = context.orderNotionalCents(
                ask.user(), coin, Side.BUY, random.uniformBetween(0.2, 0.7, key, PumpDraw.CONVERSION));
        context.exchange().placeOrder(ask, OrderIntent.market(coin, Side.BUY, cents));
    }

    private static long insiderSaleLossCents(DecisionRequest event) {
        boolean isSale = event instanceof Order order
                && order.side() == Side.SELL
                && order.symbol().equals(Asset.VIA.pair());
        return isSale ? Math.round(TypologyParameters.PUMP_LOSS_SHARE * event.amountCents()) : 0;
    }
}
