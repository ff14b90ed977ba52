package firedrill.ingest.market;

import firedrill.ingest.market.MarketParameters.DepthParameters;
import firedrill.ingest.market.MarketParameters.LiquidationParameters;

/**
 * Forced sales and their feedback, a branching process: positions below maintenance margin are liquidated, the sales move
 * the price in proportion to 1 / depth, and the lower price triggers further liquidations. Makers leave a volatile market at
 * once and return slowly.
 *
 * <p>The price impact is bounded and decays. With the depth that makers keep outside of declared falls, a liquidation
 * triggers less than its own size, so cascades die out.
 */
final class LiquidationCascade {

    private static final int MINUTES = 60;

    private final LiquidationParameters parameters;
    private final DepthParameters depthParameters;
    private final RegimeModel regimes;
    private final OpenInterest openInterest;
    private final DecayingSum recentlyLiquidated;
    private final double[] liquidatedInMinute = new double[MINUTES];
    private double liquidatedInHour;
    private double liquidationQueue;
    private double liquidatedShare;
    private double priceImpact;
    private double depth = 1;

    LiquidationCascade(MarketParameters market, RegimeModel regimes, double logPrice) {
        parameters = market.liquidation();
        depthParameters = market.depth();
        this.regimes = regimes;
        openInterest = new OpenInterest(market.openInterest(), logPrice);
        recentlyLiquidated = new DecayingSum(parameters.priceImpactDecaySeconds());
    }

    /** Advances to the next second; {@code logPrice} is the price of the index at the end of the previous one. */
    void step(long second, double logPrice, IndexProcess index, double relativeVolatility) {
        if (second % 60 == 0) {
            openInterest.renew(logPrice);
            int slot = (int) (second / 60 % MINUTES);
            liquidatedInHour = Math.max(0, liquidatedInHour - liquidatedInMinute[slot]);
            liquidatedInMinute[slot] = 0;
        }
        double before = openInterest.total() + liquidationQueue;
        liquidationQueue += openInterest.liquidate(logPrice);
        double sold = liquidationQueue / parameters.engineSeconds();
        liquidationQueue -= sold;
        openInterest.reduce(Math.max(0, 1 - parameters.deleveragingPerLiquidation() * sold));
        liquidatedShare = before > 0 ? Math.min(1, sold / before) : 0;
        liquidatedInMinute[(int) (second / 60 % MINUTES)] += sold;
        liquidatedInHour += sold;
        recentlyLiquidated.add(sold);
        updateDepth(index, relativeVolatility);
        updatePriceImpact(sold, index);
    }

    private void updateDepth(IndexProcess index, double relativeVolatility) {
        double excess = Math.max(0, relativeVolatility - depthParameters.volatilityThreshold());
        double targetDepth = regimes.of(index.regime()).depth()
                / (1
                        + depthParameters.lossPerVolatility() * excess
                        + depthParameters.lossPerLiquidatedShare() * recentlyLiquidated.value());
        boolean isBounded = index.hasLiquidationImpact() && !index.isFallActive();
        double minDepth = isBounded ? Math.min(depth, depthParameters.minWithoutShock()) : depthParameters.min();
        double target = Math.min(depthParameters.max(), Math.max(minDepth, targetDepth));
        depth += (target - depth)
                / (target < depth ? depthParameters.makerWithdrawalSeconds() : depthParameters.makerReturnSeconds());
    }

    private void updatePriceImpact(double sold, IndexProcess index) {
        priceImpact -= priceImpact / parameters.priceImpactDecaySeconds();
        if (index.hasLiquidationImpact()) {
            double max = parameters.maxPriceImpact();
            double impact = parameters.fullImpact() * sold / depth;
            priceImpact += (max - priceImpact) * -StrictMath.expm1(-impact / max);
        }
    }

    /** Price impact of liquidations, a logarithmic fall in [0, {@code liquidation.maxPriceImpact}]. */
    double priceImpact() {
        return priceImpact;
    }

    /** Share of the open interest that was liquidated in this second, in [0, 1]. */
    double liquidatedShare() {
        return liquidatedShare;
    }

    /** Share of the open interest that was liquidated within the last hour, in [0, 1]. */
    double liquidatedShareOfHour() {
        double held = openInterest.total() + liquidationQueue + liquidatedInHour;
        return held > 0 ? Math.min(1, liquidatedInHour / held) : 0;
    }

    /** Depth of the book as a multiple of the usual depth; above 0. */
    double depth() {
        return depth;
    }

    /** Total open interest; the usual is 1. */
    double openInterest() {
        return openInterest.total();
    }
}
