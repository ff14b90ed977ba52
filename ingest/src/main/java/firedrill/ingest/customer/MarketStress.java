package firedrill.ingest.customer;

import firedrill.ingest.account.CustomerParameters;
import firedrill.ingest.event.MarketSnapshot;
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
public final class MarketStress {

    private static final ActivityType[] INTENTS = ActivityType.values();
    private static final double FEAR_RISE_PER_SECOND = perSecond(CustomerParameters.FEAR_RISE_MINUTES);
    private static final double FEAR_DECAY_PER_SECOND = perSecond(CustomerParameters.FEAR_DECAY_MINUTES);
    private static final double HERDING_DECAY_PER_SECOND = perSecond(CustomerParameters.HERDING_MINUTES);

    private final double[] multipliers = new double[INTENTS.length];
    /** In standard deviations of an hour's return. */
    private double fear;
    /** How many times the usual number withdraw; smoothed, at least 1. */
    private double withdrawalIntensity = 1;

    /** As on an ordinary day. */
    public MarketStress() {
        Arrays.fill(multipliers, 1);
    }

    /** A second passes in this market. */
    public void update(MarketSnapshot market) {
        double fall = Math.max(0, -market.returnZ() - CustomerParameters.NORMAL_RETURN_Z);
        fear += (fall - fear) * (fall > fear ? FEAR_RISE_PER_SECOND : FEAR_DECAY_PER_SECOND);
        for (ActivityType intent : INTENTS) {
            multipliers[intent.ordinal()] = multiplier(nerves(intent), move(intent, market), market);
        }
        withdrawalIntensity += (multiplier(ActivityType.WITHDRAWAL) - withdrawalIntensity) * HERDING_DECAY_PER_SECOND;
    }

    /** How many times the usual number come; 1 when nothing unusual happens. */
    public double multiplier(ActivityType intent) {
        return multipliers[intent.ordinal()];
    }

    private double multiplier(double[] nerves, double move, MarketSnapshot market) {
        double excitement = nerves[0] * Math.max(0, move - CustomerParameters.NORMAL_RETURN_Z)
                + nerves[1] * Math.max(0, market.volatilityZ() - CustomerParameters.NORMAL_VOLATILITY_Z)
                + nerves[2] * fear
                + nerves[3] * (withdrawalIntensity - 1);
        return Math.min(nerves[4], StrictMath.exp(excitement));
    }

    /** Money is brought, and traded, whichever way the price goes; it flees from falls. */
    private static double move(ActivityType intent, MarketSnapshot market) {
        return intent == ActivityType.WITHDRAWAL ? -market.returnZ() : Math.abs(market.returnZ());
    }

    private static double[] nerves(ActivityType intent) {
        return switch (intent) {
            case WITHDRAWAL -> CustomerParameters.WITHDRAWAL_STRESS_COEFFICIENTS;
            case DEPOSIT, LOGIN -> CustomerParameters.DEPOSIT_STRESS_COEFFICIENTS;
            case ORDER -> CustomerParameters.ORDER_STRESS_COEFFICIENTS;
            case CLAIM -> CustomerParameters.CLAIM_STRESS_COEFFICIENTS;
        };
    }

    private static double perSecond(double minutes) {
        return 1 - StrictMath.exp(-1 / (60 * minutes));
    }
}
