package firedrill.ingest.market;

import static firedrill.ingest.market.Assumptions.CLOSED_PER_FORCED;
import static firedrill.ingest.market.Assumptions.ENGINE_SECONDS;
import static firedrill.ingest.market.Assumptions.IMPACT;
import static firedrill.ingest.market.Assumptions.LEAST_DEPTH;
import static firedrill.ingest.market.Assumptions.LEAST_DEPTH_UNDECLARED;
import static firedrill.ingest.market.Assumptions.MAKERS_LEAVE_SECONDS;
import static firedrill.ingest.market.Assumptions.MAKERS_RETURN_SECONDS;
import static firedrill.ingest.market.Assumptions.MOST_DEPTH;
import static firedrill.ingest.market.Assumptions.MOST_PRESSURE;
import static firedrill.ingest.market.Assumptions.PRESSURE_SECONDS;
import static firedrill.ingest.market.Assumptions.THINNING_PER_FORCED_SHARE;
import static firedrill.ingest.market.Assumptions.THINNING_PER_NERVE;

/**
 * Forced sales and what they do: a branching process. Whoever cannot carry his position is sold out, that presses the price,
 * the more so the thinner the book, and a lower price forces others. Makers leave a moving market at once and come back slowly.
 *
 * <p>The pressure is bounded and passes. With the depth that makers keep outside a scenario's falls, a forced sale forces less
 * than its own size, so cascades die out.
 */
final class Cascade {

    private static final int MINUTES = 60;

    private final OpenInterest openInterest;
    private final double[] forcedInMinute = new double[MINUTES];
    private double forcedInHour;
    private double queued;
    private double forcedShare;
    private double recentlyForced;
    private double pressure;
    private double depth = 1;

    Cascade(double logPrice) {
        openInterest = new OpenInterest(logPrice);
    }

    /** The next second, in which the index stood at {@code logPrice} at the end of the one before. */
    void step(long second, double logPrice, Index index, double nerves) {
        if (second % 60 == 0) {
            openInterest.renew(logPrice);
            int slot = (int) (second / 60 % MINUTES);
            forcedInHour = Math.max(0, forcedInHour - forcedInMinute[slot]);
            forcedInMinute[slot] = 0;
        }
        double before = openInterest.total() + queued;
        queued += openInterest.force(logPrice);
        double sold = queued / ENGINE_SECONDS;
        queued -= sold;
        openInterest.shrink(Math.max(0, 1 - CLOSED_PER_FORCED * sold));
        forcedShare = before > 0 ? Math.min(1, sold / before) : 0;
        forcedInMinute[(int) (second / 60 % MINUTES)] += sold;
        forcedInHour += sold;
        recentlyForced += sold - recentlyForced / PRESSURE_SECONDS;
        thin(index, nerves);
        press(sold, index);
    }

    private void thin(Index index, double nerves) {
        double wanted = index.regime().depth
                / (1 + THINNING_PER_NERVE * Math.max(0, nerves - 1.5) + THINNING_PER_FORCED_SHARE * recentlyForced);
        boolean isBounded = index.isMovedByForcedSales() && !index.isFalling();
        double least = isBounded ? Math.min(depth, LEAST_DEPTH_UNDECLARED) : LEAST_DEPTH;
        double target = Math.min(MOST_DEPTH, Math.max(least, wanted));
        depth += (target - depth) / (target < depth ? MAKERS_LEAVE_SECONDS : MAKERS_RETURN_SECONDS);
    }

    private void press(double sold, Index index) {
        pressure -= pressure / PRESSURE_SECONDS;
        if (index.isMovedByForcedSales()) {
            double impact = IMPACT * sold / depth;
            pressure += (MOST_PRESSURE - pressure) * -StrictMath.expm1(-impact / MOST_PRESSURE);
        }
    }

    /** How far forced sales press the price down now, logarithmic, in [0, 0.05]. */
    double pressure() {
        return pressure;
    }

    /** Share of the open interest that was closed by force in this second, in [0, 1]. */
    double forcedShare() {
        return forcedShare;
    }

    /** Share of the open interest that was closed by force within the last hour, in [0, 1]. */
    double forcedShareOfHour() {
        double held = openInterest.total() + queued + forcedInHour;
        return held > 0 ? Math.min(1, forcedInHour / held) : 0;
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
