package firedrill.ingest.market;

import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.market.kline.Klines;
import firedrill.ingest.random.RandomSource;
import java.util.List;
import java.util.Optional;

/**
 * The market, second by second: the index, drawn or on record, bent by the scenario's price falls and pressed by forced sales;
 * the coins that follow it; how many orders come; funding, open interest and depth. A function of seed, record, timeline and
 * second; nothing that users or operators do moves it.
 *
 * <p>O(1) per second, a fraction of a microsecond; remembers one hour.
 */
public final class PricePath implements Prices {

    /** 60,000 dollars. */
    static final double INITIAL_PRICE_CENTS = MarketParameters.INITIAL_PRICE_USD[0] * 100;

    /** As long as the windows, and a minute more, so that the first stamp is of a full hour. */
    private static final int WARM_UP_SECONDS = HourlyZScores.WINDOW_SECONDS + 60;

    private final IndexProcess index;
    private final CoinPrices coins;
    private final LiquidationCascade cascade;
    private final RealisedVolatility realisedVolatility = new RealisedVolatility();
    private final OrderFlow orderFlow;
    private final FundingRate funding;
    private final HourlyZScores zScores;
    private long second;
    private double logPrice;
    private double lastMinuteLogPrice;
    private MarketSnapshot market;

    /** A drawn path, for a scenario that begins at {@code startMillis}; stands there, after an hour of ordinary market. */
    public PricePath(RandomSource chance, List<PriceShock> shocks, long startMillis) {
        this(
                new SimulatedIndex(chance, PriceShocks.of(shocks, startMillis), StrictMath.log(INITIAL_PRICE_CENTS)),
                new HawkesOrderFlow(chance.stream(MarketStream.ORDER_FLOW)),
                chance,
                startMillis,
                WARM_UP_SECONDS);
    }

    private PricePath(
            IndexProcess index, OrderFlow activity, RandomSource chance, long startMillis, int warmUpSeconds) {
        this.index = index;
        this.orderFlow = activity;
        logPrice = index.logPrice();
        lastMinuteLogPrice = logPrice;
        coins = new CoinPrices(chance, logPrice);
        cascade = new LiquidationCascade(logPrice);
        funding = new FundingRate(chance.stream(MarketStream.FUNDING));
        zScores = new HourlyZScores(logPrice);
        second = Math.floorDiv(startMillis, 1_000) - warmUpSeconds;
        market = stamp();
        advanceTo(startMillis);
    }

    /** The path on record, if there is one, and else a drawn one. */
    public static PricePath of(
            Optional<Klines> record, RandomSource chance, List<PriceShock> shocks, long startMillis) {
        if (record.isEmpty()) {
            return new PricePath(chance, shocks, startMillis);
        }
        var index = new RecordedIndex(record.get(), chance, PriceShocks.of(shocks, startMillis));
        return new PricePath(index, new RecordedOrderFlow(record.get()), chance, startMillis, 0);
    }

    /** The market as of the second of {@code timeMillis}, which must not lie before an earlier question. */
    public MarketSnapshot advanceTo(long timeMillis) {
        long until = Math.floorDiv(timeMillis, 1_000);
        while (second < until) {
            second++;
            step();
        }
        return market;
    }

    /** As at the last question. */
    public MarketSnapshot snapshot() {
        return market;
    }

    @Override
    public long priceCents(Asset asset) {
        return switch (asset) {
            case CASH -> 100;
            case BTC -> market.priceCents();
            default -> coins.priceCents(asset);
        };
    }

    /** How many orders come now, as a multiple of the usual number; above 0, at most 15, about 1 on average in a quiet market. */
    public double orderIntensity() {
        return orderFlow.intensity();
    }

    /** Share of the open interest that was closed by force within this second, in [0, 1]. */
    public double liquidatedShareOfLastSecond() {
        return cascade.liquidatedShare();
    }

    /** Open interest, as a share of the usual; above 0. */
    public double openInterestShare() {
        return cascade.openInterest();
    }

    /** How far forced sales press the price down now, logarithmic. */
    double priceImpact() {
        return cascade.priceImpact();
    }

    /** What history is stamped with: nothing unusual. */
    public static MarketSnapshot baseline() {
        return new MarketSnapshot(0, 0, (long) INITIAL_PRICE_CENTS);
    }

    private void step() {
        double level = realisedVolatility.relativeVolatility();
        index.step(second, cascade.priceImpact());
        cascade.step(second, logPrice, index, level);
        double next = index.logPrice() - (index.hasLiquidationImpact() ? cascade.priceImpact() : 0);
        realisedVolatility.observe(next - logPrice);
        logPrice = next;
        if (second % 60 == 0) {
            funding.updateMinute(second / 60, logPrice - lastMinuteLogPrice);
            lastMinuteLogPrice = logPrice;
        }
        orderFlow.step(second, index.regime(), level);
        coins.step(second, index.logPrice(), cascade.priceImpact(), index.regime());
        zScores.observe(second, logPrice);
        market = stamp();
    }

    private MarketSnapshot stamp() {
        return new MarketSnapshot(
                zScores.volatilityZ(),
                zScores.returnZ(),
                CoinPrices.clampCents(StrictMath.exp(logPrice)),
                cascade.liquidatedShareOfHour(),
                funding.rateBps(),
                cascade.depth());
    }
}
