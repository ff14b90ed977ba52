package firedrill.dashboard.lab;

import firedrill.dashboard.ledger.Bill.Money;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one threshold for everything would have cost, by where it is put.
 *
 * <p>A threshold of 0 refuses all and one above 1 refuses none, so an optimum between them is an interior one. The cost of
 * a false positive is the lifetime value of the users whom it drives away, and their fees; multiplied, it moves the
 * optimum up, for whoever is refused by a higher threshold is refused by a lower one too.
 *
 * @param cheapest threshold of the lowest mean cost
 * @param falsePositiveFactor how many times as much a false positive costs in {@code cheapestWhenFalsePositivesCostMore}
 */
public record ThresholdCurve(
        List<Point> points, double cheapest, double falsePositiveFactor, double cheapestWhenFalsePositivesCostMore) {

    /** From refusing all to refusing none. */
    static final List<Double> GRID = List.of(0.0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01);

    private static final double FACTOR = 10;

    /** One threshold over all seeds. */
    public record Point(double threshold, Interval netCostUsd, Interval fraudLossUsd, Interval falsePositiveCostUsd) {

        private double cost(double factor) {
            return fraudLossUsd.mean() + factor * falsePositiveCostUsd.mean();
        }
    }

    static Point point(double threshold, List<Arm> arms) {
        return new Point(
                threshold,
                over(arms, Money::netCostUsd),
                over(arms, Money::fraudLossUsd),
                over(arms, ThresholdCurve::falsePositiveCost));
    }

    static ThresholdCurve of(List<Point> points) {
        return new ThresholdCurve(List.copyOf(points), cheapest(points, 1), FACTOR, cheapest(points, FACTOR));
    }

    /** Whether the optimum lies strictly between refusing all and refusing none. */
    boolean isInterior() {
        return cheapest > points.get(0).threshold()
                && cheapest < points.get(points.size() - 1).threshold();
    }

    private static double cheapest(List<Point> points, double factor) {
        return points.stream()
                .min(Comparator.comparingDouble(point -> point.cost(factor)))
                .orElseThrow()
                .threshold();
    }

    private static double falsePositiveCost(Money money) {
        return money.ltvLostUsd() + money.feeLossUsd();
    }

    private static Interval over(List<Arm> arms, ToDoubleFunction<Money> figure) {
        return Interval.of(arms.stream()
                .mapToDouble(arm -> figure.applyAsDouble(arm.bill().money()))
                .toArray());
    }
}
