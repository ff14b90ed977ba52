package firedrill.dashboard.lab;

import firedrill.dashboard.ledger.Bill.CostBreakdown;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Cost of one threshold for everything, by threshold.
 *
 * <p>A threshold of 0 refuses all and one above 1 refuses none, so an optimum between them is an interior one. The cost of
 * a false positive is the lifetime value of the users whom it drives away, and their fees; multiplied, it moves the
 * optimum up, because a request that a higher threshold blocks is blocked by a lower one too.
 *
 * @param optimalThreshold threshold of the lowest mean cost
 * @param falsePositiveFactor how many times as much a false positive costs in {@code cheapestWhenFalsePositivesCostMore}
 */
public record ThresholdCurve(
        List<ThresholdPoint> points,
        double optimalThreshold,
        double falsePositiveFactor,
        double optimalThresholdAtFactor) {

    /** From refusing all to refusing none. */
    static final List<Double> GRID = List.of(0.0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01);

    private static final double FALSE_POSITIVE_FACTOR = 10;

    /** One threshold over all seeds. */
    public record ThresholdPoint(
            double threshold,
            ConfidenceInterval netCostUsd,
            ConfidenceInterval fraudLossUsd,
            ConfidenceInterval falsePositiveCostUsd) {

        private double cost(double factor) {
            return fraudLossUsd.mean() + factor * falsePositiveCostUsd.mean();
        }
    }

    static ThresholdPoint point(double threshold, List<Arm> arms) {
        return new ThresholdPoint(
                threshold,
                interval(arms, CostBreakdown::netCostUsd),
                interval(arms, CostBreakdown::fraudLossUsd),
                interval(arms, ThresholdCurve::falsePositiveCost));
    }

    static ThresholdCurve of(List<ThresholdPoint> points) {
        return new ThresholdCurve(
                List.copyOf(points),
                cheapest(points, 1),
                FALSE_POSITIVE_FACTOR,
                cheapest(points, FALSE_POSITIVE_FACTOR));
    }

    /** Whether the optimum lies strictly between refusing all and refusing none. */
    boolean isInterior() {
        return optimalThreshold > points.get(0).threshold()
                && optimalThreshold < points.get(points.size() - 1).threshold();
    }

    private static double cheapest(List<ThresholdPoint> points, double factor) {
        return points.stream()
                .min(Comparator.comparingDouble(point -> point.cost(factor)))
                .orElseThrow()
                .threshold();
    }

    private static double falsePositiveCost(CostBreakdown money) {
        return money.ltvLostUsd() + money.feeLossUsd();
    }

    private static ConfidenceInterval interval(List<Arm> arms, ToDoubleFunction<CostBreakdown> figure) {
        return ConfidenceInterval.of(arms.stream()
                .mapToDouble(arm -> figure.applyAsDouble(arm.bill().costs()))
                .toArray());
    }
}
