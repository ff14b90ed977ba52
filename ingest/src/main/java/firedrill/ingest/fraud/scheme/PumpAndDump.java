package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.User;
import firedrill.ingest.customer.arrival.NewsRally;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.fraud.parameters.PumpAndDumpParameters;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.FraudStream;
import firedrill.ingest.market.Asset;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.SingleDraw;
import java.util.List;

/**
 * T12: pump and dump: insiders accumulate the thin coin; ring accounts then buy it within seconds at rising prices,
 * optionally during news; insiders sell to followers. At risk: a share of the insiders' sales.
 */
final class PumpAndDump implements Scheme {

    /** Coins that traders hold beside the thin coin and cash. */
    private static final List<Asset> FUNDING_COINS = List.of(Asset.ETH, Asset.SOL);

    private static final List<Asset> LIQUID_COINS = List.of(Asset.BTC, Asset.ETH, Asset.SOL);

    private enum PumpDraw implements DrawIndex {
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
        CONVERSION,
        CASH_COIN,
        CASH_LEAD,
        CONVERSION_DELAY,
        CONVERSION_COIN,
        CONVERSION_FRACTION;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final AttackContext context;
    private final PumpAndDumpParameters parameters;
    private final SchemeRandom random;

    PumpAndDump(AttackContext context) {
        this.context = context;
        parameters = context.parameters().pumpAndDump();
        random = context.randomFor(FraudStream.PUMP_AND_DUMP);
    }

    @Override
    public void schedule(Attack attack) {
        long key = attack.key();
        double first = random.uniform(key, PumpDraw.FIRST_ACCOUNT);
        long pumpMillis = pumpStartMillis(attack);
        int insiders = parameters.insider().accounts();
        for (int i = 0; i < insiders; i++) {
            scheduleInsider(attack, attack.ring().accountAt(first, i), random.subKey(key, i), pumpMillis);
        }
        for (int i = 0; i < parameters.buyer().accounts(); i++) {
            int step = insiders + i;
            scheduleBuyer(attack, attack.ring().accountAt(first, step), random.subKey(key, step), pumpMillis);
        }
    }

    private long pumpStartMillis(Attack attack) {
        long readyMillis = attack.startMillis()
                + random.uniformMinutesMillis(parameters.accumulationMinutes(), attack.key(), PumpDraw.TIME);
        boolean waits = random.bernoulli(parameters.newsWaitShare(), attack.key(), PumpDraw.NEWS_WAIT);
        int maxDelayMillis = (int) SchemeRandom.secondsToMillis(parameters.newsDelayMaxSeconds());
        return waits
                ? NewsRally.nextNewsMillis(
                                context.customers().parameters().newsRallies(), context.randomSource(), readyMillis)
                        + random.uniformInt(maxDelayMillis, attack.key(), PumpDraw.PRICE_OFFSET)
                : readyMillis;
    }

    private void scheduleInsider(Attack attack, User insider, long key, long pumpMillis) {
        var execution = new AttackExecution(context, attack, AmountAtRisk.ofOrders(this::saleLossCents));
        scheduleCashRaising(execution, insider, key, attack.startMillis());
        scheduleAccumulation(execution, insider, key, pumpMillis);
        PumpAndDumpParameters.Insider scheme = parameters.insider();
        long saleMillis = pumpMillis
                + SchemeRandom.secondsToMillis(
                        random.uniformBetween(scheme.saleDelaySeconds(), key, PumpDraw.SALE_DELAY));
        for (int i = 0; i < scheme.sales(); i++) {
            long part = random.subKey(~key, i);
            double share = i == scheme.sales() - 1 ? 1 : scheme.saleFraction();
            long timeMillis =
                    saleMillis + i * random.uniformMinutesMillis(scheme.saleGapMinutes(), part, PumpDraw.TIME);
            scheduleTrade(execution, insider, timeMillis, Side.SELL, share, part);
        }
        if (random.bernoulli(scheme.conversionShare(), key, PumpDraw.CONVERSION)) {
            long timeMillis = saleMillis
                    + random.uniformMinutesMillis(scheme.conversionDelayMinutes(), key, PumpDraw.CONVERSION_DELAY);
            context.muleAccounts().reserve(insider, timeMillis);
            context.schedule(timeMillis, () -> convertProceeds(step(execution, insider, timeMillis), key));
        }
    }

    private void scheduleAccumulation(AttackExecution execution, User insider, long key, long pumpMillis) {
        PumpAndDumpParameters.Insider scheme = parameters.insider();
        long startMillis = execution.attack().startMillis();
        int count = random.uniformInt(scheme.purchases(), key, PumpDraw.PURCHASE_COUNT);
        for (int i = 0; i < count; i++) {
            long part = random.subKey(key, i);
            double share = random.uniformBetween(scheme.purchaseFraction(), part, PumpDraw.SIZE);
            double time = random.uniformBetween(scheme.purchaseTime(), part, PumpDraw.TIME);
            long timeMillis = startMillis + (long) ((pumpMillis - startMillis) * time);
            scheduleTrade(execution, insider, timeMillis, Side.BUY, share, part);
        }
    }

    private void scheduleBuyer(Attack attack, User account, long key, long pumpMillis) {
        PumpAndDumpParameters.Buyer scheme = parameters.buyer();
        double seconds = random.uniformBetween(0, scheme.durationSeconds(), key, PumpDraw.TIME);
        long timeMillis = pumpMillis + SchemeRandom.secondsToMillis(seconds);
        double offsetBps = scheme.offsetBps().min()
                + (scheme.offsetBps().max() - scheme.offsetBps().min())
                        * (seconds / scheme.durationSeconds())
                        * random.uniformBetween(scheme.offsetFactor(), key, PumpDraw.PRICE_OFFSET);
        var execution = new AttackExecution(context, attack, AmountAtRisk.NONE);
        long leadMillis = random.uniformMinutesMillis(scheme.cashLeadMinutes(), key, PumpDraw.CASH_LEAD);
        scheduleCashRaising(execution, account, key, pumpMillis - leadMillis);
        double share = random.uniformBetween(scheme.fraction(), key, PumpDraw.SIZE);
        context.muleAccounts().reserve(account, timeMillis);
        context.schedule(timeMillis, () -> {
            AttackStep step = step(execution, account, timeMillis);
            OrderIntent purchase = context.purchase(step, Asset.VIA, share).withOffsetBps(offsetBps);
            context.placeMatchedOrder(step, purchase, random.uniform(key, PumpDraw.MATCH));
        });
    }

    /** Sells part of another coin, to have cash for the thin one. */
    private void scheduleCashRaising(AttackExecution execution, User account, long key, long timeMillis) {
        if (random.bernoulli(parameters.cashRaisingShare(), key, PumpDraw.CASH_RAISING)) {
            double share = random.uniformBetween(parameters.cashRaisingFraction(), key, PumpDraw.CASH_FRACTION);
            long saleMillis = Math.max(execution.attack().startMillis(), timeMillis);
            Asset coin = FUNDING_COINS.get(random.uniformInt(FUNDING_COINS.size(), key, PumpDraw.CASH_COIN));
            context.schedule(saleMillis, () -> context.sell(step(execution, account, saleMillis), coin, share));
        }
    }

    private AttackStep step(AttackExecution execution, User account, long timeMillis) {
        var session = context.infrastructure().session(execution.attack(), account, 0, timeMillis);
        return execution.step(account, session, random.stream().bits(account.id(), SingleDraw.VALUE, timeMillis));
    }

    private void scheduleTrade(
            AttackExecution execution, User insider, long timeMillis, Side side, double share, long key) {
        context.muleAccounts().reserve(insider, timeMillis);
        context.schedule(timeMillis, () -> trade(step(execution, insider, timeMillis), side, share, key));
    }

    /** Trades the thin coin at the best price, or rests an order close to it. */
    private void trade(AttackStep step, Side side, double share, long key) {
        long cents = context.orderNotionalCents(step.user(), Asset.VIA, side, share);
        boolean isLimit = random.bernoulli(parameters.limitOrderShare(), key, PumpDraw.LIMIT_ORDER);
        double offsetBps = random.logNormal(parameters.limitOffsetBps(), key, PumpDraw.PRICE_OFFSET);
        OrderIntent order = isLimit
                ? OrderIntent.limit(Asset.VIA, side, cents, offsetBps)
                : OrderIntent.market(Asset.VIA, side, cents);
        context.placeMatchedOrder(step, order, random.uniform(key, PumpDraw.MATCH));
    }

    /** Buys a liquid coin with part of the proceeds. */
    private void convertProceeds(AttackStep step, long key) {
        Asset coin = LIQUID_COINS.get(random.uniformInt(LIQUID_COINS.size(), key, PumpDraw.CONVERSION_COIN));
        context.buy(
                step,
                coin,
                random.uniformBetween(parameters.insider().conversionFraction(), key, PumpDraw.CONVERSION_FRACTION));
    }

    private long saleLossCents(Order order) {
        boolean isSale = order.side() == Side.SELL && order.symbol().equals(Asset.VIA.pair());
        return isSale ? Math.round(parameters.lossShare() * order.amountCents()) : 0;
    }
}
