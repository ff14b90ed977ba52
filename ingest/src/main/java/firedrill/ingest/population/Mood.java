package firedrill.ingest.population;

import firedrill.ingest.event.Market;
import java.util.Arrays;

/**
 * How a moving market drives people to the exchange: how many times the usual number come, for each intent.
 *
 * <p>The multiplier is {@code exp(a * max(0, |returnZ| - 1) + b * max(0, volatilityZ) + c * fear + d * company)}, at most
 * {@code most}. Fear follows the depth of a fall within minutes and fades over hours, so a crash is not over when the last
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
        double fall = Math.max(0, -market.returnZ() - 1);
        fear += (fall - fear) * (fall > fear ? RISES : FADES);
        for (Intent intent : INTENTS) {
            multipliers[intent.ordinal()] = multiplier(nerves(intent), market);
        }
        withdrawing += (multiplier(Intent.WITHDRAWAL) - withdrawing) * FORGETS;
    }

    /** How many times the usual number come; 1 when nothing unusual happens. */
    double multiplier(Intent intent) {
        return multipliers[intent.ordinal()];
    }

    private double multiplier(double[] nerves, Market market) {
        double excitement = nerves[0] * Math.max(0, Math.abs(market.returnZ()) - 1)
                + nerves[1] * Math.max(0, market.volatilityZ())
                + nerves[2] * fear
                + nerves[3] * (withdrawing - 1);
        return Math.min(nerves[4], StrictMath.exp(excitement));
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
