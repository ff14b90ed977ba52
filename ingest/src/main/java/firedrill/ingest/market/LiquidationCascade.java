package firedrill.ingest.market;

import static firedrill.ingest.market.MarketParameters.DELEVERAGING_PER_LIQUIDATION;
import static firedrill.ingest.market.MarketParameters.DEPTH_LOSS_PER_LIQUIDATED_SHARE;
import static firedrill.ingest.market.MarketParameters.DEPTH_LOSS_PER_VOLATILITY;
import static firedrill.ingest.market.MarketParameters.FULL_LIQUIDATION_IMPACT;
import static firedrill.ingest.market.MarketParameters.LIQUIDATION_ENGINE_SECONDS;
import static firedrill.ingest.market.MarketParameters.MAKER_RETURN_SECONDS;
import static firedrill.ingest.market.MarketParameters.MAKER_WITHDRAWAL_SECONDS;
import static firedrill.ingest.market.MarketParameters.MAX_DEPTH;
import static firedrill.ingest.market.MarketParameters.MAX_PRICE_IMPACT;
import static firedrill.ingest.market.MarketParameters.MIN_DEPTH;
import static firedrill.ingest.market.MarketParameters.MIN_DEPTH_WITHOUT_SHOCK;
import static firedrill.ingest.market.MarketParameters.PRICE_IMPACT_DECAY_SECONDS;

/**
 * Forced sales and what they do: a branching process. Whoever cannot carry his position is sold out, that presses the price,
 * the more so the thinner the book, and a lower price forces others. Makers leave a moving market at once and come back slowly.
 *
 * <p>The pressure is bounded and passes. With the depth that makers keep outside a scenario's falls, a forced sale forces less
 * than its own size, so cascades die out.
 */
final class LiquidationCascade {

    private static final int MINUTES = 60;

    private final OpenInterest openInterest;
    private final double[] liquidatedInMinute = new double[MINUTES];
    private double liquidatedInHour;
    private double liquidationQueue;
    private double liquidatedShare;
    private double recentlyLiquidated;
    private double priceImpact;
    private double depth = 1;

    LiquidationCascade(double logPrice) {
        openInterest = new OpenInterest(logPrice);
    }

    /** The next second, in which the index stood at {@code logPrice} at the end of the one before. */
    void step(long second, double logPrice, IndexProcess index, double nerves) {
        if (second % 60 == 0) {
            openInterest.renew(logPrice);
            int slot = (int) (second / 60 % MINUTES);
            liquidatedInHour = Math.max(0, liquidatedInHour - liquidatedInMinute[slot]);
            liquidatedInMinute[slot] = 0;
        }
        double before = openInterest.total() + liquidationQueue;
        liquidationQueue += openInterest.liquidate(logPrice);
        double sold = liquidationQueue / LIQUIDATION_ENGINE_SECONDS;
        liquidationQueue -= sold;
        openInterest.reduce(Math.max(0, 1 - DELEVERAGING_PER_LIQUIDATION * sold));
        liquidatedShare = before > 0 ? Math.min(1, sold / before) : 0;
        liquidatedInMinute[(int) (second / 60 % MINUTES)] += sold;
        liquidatedInHour += sold;
        recentlyLiquidated += sold - recentlyLiquidated / PRICE_IMPACT_DECAY_SECONDS;
        updateDepth(index, nerves);
        updatePriceImpact(sold, index);
    }

    private void updateDepth(IndexProcess index, double nerves) {
        double wanted = index.regime().depth
                / (1
                        + DEPTH_LOSS_PER_VOLATILITY * Math.max(0, nerves - 1.5)
                        + DEPTH_LOSS_PER_LIQUIDATED_SHARE * recentlyLiquidated);
        boolean isBounded = index.hasLiquidationImpact() && !index.isShockActive();
        double least = isBounded ? Math.min(depth, MIN_DEPTH_WITHOUT_SHOCK) : MIN_DEPTH;
        double target = Math.min(MAX_DEPTH, Math.max(least, wanted));
        depth += (target - depth) / (target < depth ? MAKER_WITHDRAWAL_SECONDS : MAKER_RETURN_SECONDS);
    }

    private void updatePriceImpact(double sold, IndexProcess index) {
        priceImpact -= priceImpact / PRICE_IMPACT_DECAY_SECONDS;
        if (index.hasLiquidationImpact()) {
            double impact = FULL_LIQUIDATION_IMPACT * sold / depth;
            priceImpact += (MAX_PRICE_IMPACT - priceImpact) * -StrictMath.expm1(-impact / MAX_PRICE_IMPACT);
        }
    }

    /** How far forced sales press the price down now, logarithmic, in [0, 0.05]. */
    double priceImpact() {
        return priceImpact;
    }

    /** Share of the open interest that was closed by force in this second, in [0, 1]. */
    double liquidatedShare() {
        return liquidatedShare;
    }

    /** Share of the open interest that was closed by force within the last hour, in [0, 1]. */
    double liquidatedShareOfHour() {
        double held = openInterest.total() + liquidationQueue + liquidatedInHour;
        return held > 0 ? Math.min(1, liquidatedInHour / held) : 0;
    }

    /** Of the book, as a share of the usual depth; above 0. */
    double depth() {
        return depth;
    }

    /** The usual is 1. */
    double openInterest() {
        return openInterest.total();
    }
}
