package firedrill.ingest.population;

import firedrill.ingest.event.Market;
import java.util.Arrays;

/**
 * How a moving market drives people to the exchange: how many times the usual number come, for each intent.
 *
 * <p>The multiplier is {@code exp(a * max(0, move - 3) + b * max(0, volatilityZ - 1) + c * fear + d * company)}, at most
 * {@code most}: what happens every other day worries nobody. The move is the hour's return, in its standard deviations. Fear follows the depth of a fall within minutes and fades over hours, so a crash is not over when the last
 * hour's return is; company is how many more than usual were withdrawing in the last minutes, whatever became of it. It is
 * set so that a day with a fall of an eighth brings 5 to 10 times the withdrawals while it lasts, and several times the
 * deposits: in crashes both flows rise.
 *
 * <p>A function of the market alone, so no answer of an operator changes it.
 */
final class Mood {

    private static final Intent[] INTENTS = Intent.values();
    private static final double RISES = perSecond(Assumptions.FEAR_RISES_MINUTES);
    private static final double FADES = perSecond(Assumptions.FEAR_FADES_MINUTES);
    private static final double FORGETS = perSecond(Assumptions.COMPANY_MINUTES);

    private final double[] multipliers = new double[INTENTS.length];
    /** In standard deviations of an hour's return. */
    private double fear;
    /** How many times the usual number withdraw; smoothed, at least 1. */
    private double withdrawing = 1;

    /** As on an ordinary day. */
    Mood() {
        Arrays.fill(multipliers, 1);
    }

    /** A second passes in this market. */
    void pass(Market market) {
        double fall = Math.max(0, -market.returnZ() - Assumptions.EVERYDAY_RETURN_Z);
        fear += (fall - fear) * (fall > fear ? RISES : FADES);
        for (Intent intent : INTENTS) {
            multipliers[intent.ordinal()] = multiplier(nerves(intent), move(intent, market), market);
        }
        withdrawing += (multiplier(Intent.WITHDRAWAL) - withdrawing) * FORGETS;
    }

    /** How many times the usual number come; 1 when nothing unusual happens. */
    double multiplier(Intent intent) {
        return multipliers[intent.ordinal()];
    }

    private double multiplier(double[] nerves, double move, Market market) {
        double excitement = nerves[0] * Math.max(0, move - Assumptions.EVERYDAY_RETURN_Z)
                + nerves[1] * Math.max(0, market.volatilityZ() - Assumptions.EVERYDAY_VOLATILITY_Z)
                + nerves[2] * fear
                + nerves[3] * (withdrawing - 1);
        return Math.min(nerves[4], StrictMath.exp(excitement));
    }

    /** Money is brought, and traded, whichever way the price goes; it flees from falls. */
    private static double move(Intent intent, Market market) {
        return intent == Intent.WITHDRAWAL ? -market.returnZ() : Math.abs(market.returnZ());
    }

    private static double[] nerves(Intent intent) {
        return switch (intent) {
            case WITHDRAWAL -> Assumptions.WITHDRAWAL_NERVES;
            case DEPOSIT, LOGIN -> Assumptions.DEPOSIT_NERVES;
            case ORDER -> Assumptions.ORDER_NERVES;
            case CLAIM -> Assumptions.CLAIM_NERVES;
        };
    }

    private static double perSecond(double minutes) {
        return 1 - StrictMath.exp(-1 / (60 * minutes));
    }
}
