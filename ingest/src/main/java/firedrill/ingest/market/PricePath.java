package firedrill.ingest.market;

import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.market.kline.Klines;
import firedrill.ingest.random.RandomSource;
import java.util.List;
import java.util.Optional;

/**
 * The market, second by second: the index, simulated or recorded, modified by price shocks and by the price impact of
 * liquidations; the coins that follow it; order flow, funding, open interest and depth. A function of parameters, seed,
 * recording, shocks and second; users and operators do not move it.
 *
 * <p>O(1) per second, a fraction of a microsecond; keeps one hour.
 */
public final class PricePath implements Prices {

    /** The length of the windows and a minute more, so that the first snapshot covers a full hour. */
    private static final int WARM_UP_SECONDS = HourlyZScores.WINDOW_SECONDS + 60;

    private final IndexProcess index;
    private final CoinPrices coins;
    private final LiquidationCascade cascade;
    private final RealisedVolatility realisedVolatility;
    private final OrderFlow orderFlow;
    private final FundingRate funding;
    private final HourlyZScores zScores;
    private long second;
    private double logPrice;
    private double lastMinuteLogPrice;
    private MarketSnapshot market;

    /** A simulated path that starts at {@code startMillis}, after a warm-up of an hour without shocks. */
    public PricePath(MarketParameters parameters, RandomSource source, List<PriceShock> shocks, long startMillis) {
        this(parameters, Optional.empty(), source, shocks, startMillis);
    }

    /** The path of the recording if there is one, otherwise a simulated path. */
    public PricePath(
            MarketParameters parameters,
            Optional<Klines> recording,
            RandomSource source,
            List<PriceShock> declaredShocks,
            long startMillis) {
        var regimes = new RegimeModel(parameters);
        PriceShocks shocks = PriceShocks.of(declaredShocks, startMillis);
        index = recording.isPresent()
                ? new RecordedIndex(parameters, regimes, recording.get(), source, shocks)
                : new SimulatedIndex(parameters, regimes, source, shocks);
        orderFlow = recording.isPresent()
                ? new RecordedOrderFlow(parameters, recording.get())
                : new HawkesOrderFlow(parameters.orderFlow(), regimes, source.stream(MarketStream.ORDER_FLOW));
        logPrice = index.logPrice();
        lastMinuteLogPrice = logPrice;
        coins = new CoinPrices(parameters, regimes, source, logPrice);
        cascade = new LiquidationCascade(parameters, regimes, logPrice);
        realisedVolatility = new RealisedVolatility(parameters.realisedVolatility(), regimes.baselineSigma());
        funding = new FundingRate(parameters.funding(), source.stream(MarketStream.FUNDING));
        zScores = new HourlyZScores(parameters.zScore(), regimes.baselineSigma(), logPrice);
        second = Math.floorDiv(startMillis, 1_000) - (recording.isPresent() ? 0 : WARM_UP_SECONDS);
        market = createSnapshot();
        advanceTo(startMillis);
    }

    /** Advances to the second of {@code timeMillis}, which must not precede that of an earlier call. */
    public MarketSnapshot advanceTo(long timeMillis) {
        long until = Math.floorDiv(timeMillis, 1_000);
        while (second < until) {
            second++;
            step();
        }
        return market;
    }

    /** Snapshot of the last call of {@link #advanceTo}. */
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

    /** Order arrivals as a multiple of the usual number; above 0, at most 15, about 1 on average in a quiet market. */
    public double orderIntensity() {
        return orderFlow.intensity();
    }

    /** Share of the open interest that was liquidated within this second, in [0, 1]. */
    public double liquidatedShareOfLastSecond() {
        return cascade.liquidatedShare();
    }

    /** Open interest, as a share of the usual; above 0. */
    public double openInterestShare() {
        return cascade.openInterest();
    }

    /** Price impact of liquidations, a logarithmic fall, at least 0. */
    double priceImpact() {
        return cascade.priceImpact();
    }

    private void step() {
        double relativeVolatility = realisedVolatility.relativeVolatility();
        index.step(second, cascade.priceImpact());
        cascade.step(second, logPrice, index, relativeVolatility);
        double next = index.logPrice() - (index.hasLiquidationImpact() ? cascade.priceImpact() : 0);
        realisedVolatility.observe(next - logPrice);
        logPrice = next;
        if (second % 60 == 0) {
            funding.updateMinute(second / 60, logPrice - lastMinuteLogPrice);
            lastMinuteLogPrice = logPrice;
        }
        orderFlow.step(second, index.regime(), relativeVolatility);
        coins.step(second, index.logPrice(), cascade.priceImpact(), index.regime());
        zScores.observe(second, logPrice);
        market = createSnapshot();
    }

    private MarketSnapshot createSnapshot() {
        return new MarketSnapshot(
                zScores.volatilityZ(),
                zScores.returnZ(),
                CoinPrices.clampCents(StrictMath.exp(logPrice)),
                cascade.liquidatedShareOfHour(),
                funding.rateBps(),
                cascade.depth());
    }
}
