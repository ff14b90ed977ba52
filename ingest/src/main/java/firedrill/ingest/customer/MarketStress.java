package firedrill.ingest.customer;

import firedrill.ingest.customer.StressParameters.StressCoefficients;
import firedrill.ingest.event.MarketSnapshot;
import java.util.Arrays;

/**
 * Market stress: multiplier of the arrival rate of each activity.
 *
 * <p>The multiplier is {@code exp(a * max(0, move - normalReturnZ) + b * max(0, volatilityZ - normalVolatilityZ) + c * fear
 * + d * herding)}, at most {@code maxMultiplier}. The move is the return of the hour in its standard deviations. Fear
 * follows the depth of a fall within minutes and decays over hours, so a crash outlasts the return of its hour. Herding is
 * the number of withdrawals of the last minutes above the usual number, whatever the decisions about them.
 *
 * <p>A function of the market alone, so the operator's decisions do not change it.
 */
public final class MarketStress {

    private static final ActivityType[] ACTIVITIES = ActivityType.values();
    private static final double SECONDS_PER_MINUTE = 60;

    private final StressParameters parameters;
    private final double fearRisePerSecond;
    private final double fearDecayPerSecond;
    private final double herdingDecayPerSecond;
    private final double[] multipliers = new double[ACTIVITIES.length];
    /** In standard deviations of an hour's return. */
    private double fear;
    /** Smoothed multiplier of withdrawals, at least 1. */
    private double withdrawalIntensity = 1;

    /** The stress of a normal market: every multiplier is 1. */
    public MarketStress(StressParameters parameters) {
        this.parameters = parameters;
        fearRisePerSecond = perSecond(parameters.fearRiseMinutes());
        fearDecayPerSecond = perSecond(parameters.fearDecayMinutes());
        herdingDecayPerSecond = perSecond(parameters.herdingMinutes());
        Arrays.fill(multipliers, 1);
    }

    /** Advances by one second in this market. */
    public void update(MarketSnapshot market) {
        double fall = Math.max(0, -market.returnZ() - parameters.normalReturnZ());
        fear += (fall - fear) * (fall > fear ? fearRisePerSecond : fearDecayPerSecond);
        for (ActivityType activity : ACTIVITIES) {
            multipliers[activity.ordinal()] = multiplier(coefficients(activity), move(activity, market), market);
        }
        withdrawalIntensity += (multiplier(ActivityType.WITHDRAWAL) - withdrawalIntensity) * herdingDecayPerSecond;
    }

    /** Multiplier of the rate; 1 in a normal market. */
    public double multiplier(ActivityType activity) {
        return multipliers[activity.ordinal()];
    }

    private double multiplier(StressCoefficients coefficients, double move, MarketSnapshot market) {
        double exponent = coefficients.perReturnZ() * Math.max(0, move - parameters.normalReturnZ())
                + coefficients.perVolatilityZ() * Math.max(0, market.volatilityZ() - parameters.normalVolatilityZ())
                + coefficients.perFear() * fear
                + coefficients.perHerding() * (withdrawalIntensity - 1);
        return Math.min(coefficients.maxMultiplier(), StrictMath.exp(exponent));
    }

    /** Withdrawals respond to falls, every other activity to moves in both directions. */
    private static double move(ActivityType activity, MarketSnapshot market) {
        return activity == ActivityType.WITHDRAWAL ? -market.returnZ() : Math.abs(market.returnZ());
    }

    private StressCoefficients coefficients(ActivityType activity) {
        return switch (activity) {
            case WITHDRAWAL -> parameters.withdrawals();
            case DEPOSIT, LOGIN -> parameters.deposits();
            case ORDER -> parameters.orders();
            case CLAIM -> parameters.promotions();
        };
    }

    private static double perSecond(double minutes) {
        return 1 - StrictMath.exp(-1 / (SECONDS_PER_MINUTE * minutes));
    }
}
