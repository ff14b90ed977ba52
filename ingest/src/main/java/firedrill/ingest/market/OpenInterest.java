package firedrill.ingest.market;

import static firedrill.ingest.market.MarketParameters.LEVERAGE_TIERS;
import static firedrill.ingest.market.MarketParameters.LEVERAGE_TIER_SHARES;
import static firedrill.ingest.market.MarketParameters.LIQUIDATION_DISTANCE_SIGMA;
import static firedrill.ingest.market.MarketParameters.MAINTENANCE_MARGIN;
import static firedrill.ingest.market.MarketParameters.OPEN_INTEREST_RECOVERY_HOURS;
import static firedrill.ingest.market.MarketParameters.POSITION_HOLDING_HOURS;

/**
 * The leveraged longs, by the price at which each is closed by force: {@code entry * (1 - 1 / leverage + maintenance)}.
 *
 * <p>Unit: the usual open interest is 1. A ring of 4,096 steps of 0.1 % on the logarithm of the price. Adding a minute's new
 * positions is O(1), a falling price clears each step once.
 */
final class OpenInterest {

    private static final double STEP = 0.001;
    private static final int STEPS = 1 << 12;
    private static final double TURNOVER_PER_MINUTE = 1 / (60 * POSITION_HOLDING_HOURS);
    private static final double RECOVERY_PER_MINUTE = 1 / (60 * OPEN_INTEREST_RECOVERY_HOURS);
    /** Quantiles of a standard normal at 1/14, 3/14 ... 13/14: seven equal parts. */
    private static final double[] DISTANCE_QUANTILES = {-1.465, -0.792, -0.366, 0, 0.366, 0.792, 1.465};

    private static final double MIN_SCALE = 1e-6;
    /** Positions opened over the last hours, at prices that differ by about so much. */
    private static final double[] INITIAL_ENTRY_OFFSETS = {-0.01, -0.005, 0, 0.005, 0.01};

    private static final double[] DISTANCES = distances();

    private final double[] weightByLiquidationStep = new double[STEPS];
    /** True weights are {@code closedBelow * scale}, so that all can shrink at once. */
    private double scale = 1;

    private double total = 1;
    private long lowestStep;

    OpenInterest(double logPrice) {
        lowestStep = stepOf(logPrice);
        for (double entry : INITIAL_ENTRY_OFFSETS) {
            open(logPrice + Math.abs(entry), 1.0 / INITIAL_ENTRY_OFFSETS.length);
        }
    }

    /** Of all that are open; the usual is 1. */
    double total() {
        return total;
    }

    /** A minute's positions are closed and opened anew at this price, a few more if there are fewer than usual. */
    void renew(double logPrice) {
        double opened = TURNOVER_PER_MINUTE * total + RECOVERY_PER_MINUTE * (1 - total);
        reduce(1 - TURNOVER_PER_MINUTE);
        total += opened;
        open(logPrice, opened);
        lowestStep = stepOf(logPrice);
    }

    /** Everything shrinks to this share, because holders close by themselves. */
    void reduce(double share) {
        scale *= share;
        total *= share;
        if (scale < MIN_SCALE) {
            for (int i = 0; i < STEPS; i++) {
                weightByLiquidationStep[i] *= scale;
            }
            scale = 1;
        }
    }

    /** The price is now this: what must be closed is taken out, and is the answer. */
    double liquidate(double logPrice) {
        long step = stepOf(logPrice);
        double forced = 0;
        for (long down = Math.min(lowestStep, step + STEPS); down > step; down--) {
            int slot = (int) Math.floorMod(down, (long) STEPS);
            forced += weightByLiquidationStep[slot] * scale;
            weightByLiquidationStep[slot] = 0;
        }
        lowestStep = Math.min(lowestStep, step);
        total -= forced;
        return forced;
    }

    private void open(double logPrice, double amount) {
        int at = 0;
        for (double share : LEVERAGE_TIER_SHARES) {
            for (int part = 0; part < DISTANCE_QUANTILES.length; part++) {
                long step = stepOf(logPrice - DISTANCES[at++]);
                weightByLiquidationStep[(int) Math.floorMod(step, (long) STEPS)] +=
                        amount * share / DISTANCE_QUANTILES.length / scale;
            }
        }
    }

    private static long stepOf(double logPrice) {
        return (long) Math.floor(logPrice / STEP);
    }

    private static double[] distances() {
        double[] distances = new double[LEVERAGE_TIERS.length * DISTANCE_QUANTILES.length];
        int at = 0;
        for (double leverage : LEVERAGE_TIERS) {
            double distance = -StrictMath.log(1 - 1 / leverage + MAINTENANCE_MARGIN);
            for (double part : DISTANCE_QUANTILES) {
                distances[at++] = distance * StrictMath.exp(LIQUIDATION_DISTANCE_SIGMA * part);
            }
        }
        return distances;
    }
}
