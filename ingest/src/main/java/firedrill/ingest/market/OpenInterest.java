package firedrill.ingest.market;

import firedrill.ingest.market.MarketParameters.OpenInterestParameters;

/**
 * Leveraged longs by liquidation price, {@code entry * (1 - 1 / leverage + maintenance)}.
 *
 * <p>Unit: the usual open interest is 1. A ring of 4,096 steps of 0.1 % on the logarithm of the price. Adding the new
 * positions of a minute is O(1), a falling price clears each step once.
 */
final class OpenInterest {

    private static final double STEP = 0.001;
    private static final int STEPS = 1 << 12;
    /** Quantiles of a standard normal at 1/14, 3/14 ... 13/14: seven equal parts. */
    private static final double[] DISTANCE_QUANTILES = {-1.465, -0.792, -0.366, 0, 0.366, 0.792, 1.465};

    private static final double MIN_SCALE = 1e-6;

    private final double turnoverPerMinute;
    private final double recoveryPerMinute;
    private final double[] leverageShares;
    private final double[] distances;
    private final double[] weightByLiquidationStep = new double[STEPS];
    /** True weights are {@code weightByLiquidationStep * scale}, so that all can shrink at once. */
    private double scale = 1;

    private double total = 1;
    private long lowestStep;

    OpenInterest(OpenInterestParameters parameters, double logPrice) {
        turnoverPerMinute = 1 / (60 * parameters.holdingHours());
        recoveryPerMinute = 1 / (60 * parameters.recoveryHours());
        leverageShares = parameters.leverageShares().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        distances = distances(parameters);
        lowestStep = stepOf(logPrice);
        int entries = parameters.initialEntryOffsets().size();
        for (double entry : parameters.initialEntryOffsets()) {
            open(logPrice + Math.abs(entry), 1.0 / entries);
        }
    }

    /** Total open interest; the usual is 1. */
    double total() {
        return total;
    }

    /** Replaces the turnover of a minute by new positions at this price, and adds some if open interest is below usual. */
    void renew(double logPrice) {
        double opened = turnoverPerMinute * total + recoveryPerMinute * (1 - total);
        reduce(1 - turnoverPerMinute);
        total += opened;
        open(logPrice, opened);
        lowestStep = stepOf(logPrice);
    }

    /** Shrinks every position to this share: voluntary deleveraging. */
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

    /** Liquidates the positions whose liquidation price is above this price, and returns their amount. */
    double liquidate(double logPrice) {
        long step = stepOf(logPrice);
        double liquidated = 0;
        for (long down = Math.min(lowestStep, step + STEPS); down > step; down--) {
            int slot = (int) Math.floorMod(down, (long) STEPS);
            liquidated += weightByLiquidationStep[slot] * scale;
            weightByLiquidationStep[slot] = 0;
        }
        lowestStep = Math.min(lowestStep, step);
        total -= liquidated;
        return liquidated;
    }

    private void open(double logPrice, double amount) {
        int at = 0;
        for (double share : leverageShares) {
            for (int part = 0; part < DISTANCE_QUANTILES.length; part++) {
                long step = stepOf(logPrice - distances[at++]);
                weightByLiquidationStep[(int) Math.floorMod(step, (long) STEPS)] +=
                        amount * share / DISTANCE_QUANTILES.length / scale;
            }
        }
    }

    private static long stepOf(double logPrice) {
        return (long) Math.floor(logPrice / STEP);
    }

    private static double[] distances(OpenInterestParameters parameters) {
        double[] distances = new double[parameters.leverages().size() * DISTANCE_QUANTILES.length];
        int at = 0;
        for (double leverage : parameters.leverages()) {
            double distance = -StrictMath.log(1 - 1 / leverage + parameters.maintenanceMargin());
            for (double part : DISTANCE_QUANTILES) {
                distances[at++] = distance * StrictMath.exp(parameters.liquidationDistanceSigma() * part);
            }
        }
        return distances;
    }
}
