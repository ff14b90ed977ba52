package firedrill.dashboard.lab.check;

import firedrill.dashboard.lab.ThresholdCurve;
import java.util.List;

/** Check 1: the trivial policies cost more than the optimum between them. */
final class CostChecks {

    static List<SanityCheck> evaluate(ThresholdCurve curve) {
        var points = curve.points();
        var blockAll = points.get(0);
        var allowAll = points.get(points.size() - 1);
        double best = points.stream()
                .mapToDouble(point -> point.netCostUsd().mean())
                .min()
                .orElseThrow();
        return List.of(
                SanityCheck.atLeast(
                        "1a",
                        "net cost of allow-all relative to the optimal threshold",
                        allowAll.netCostUsd().mean() / best,
                        1.1),
                SanityCheck.atLeast(
                        "1b",
                        "net cost of block-all relative to allow-all",
                        blockAll.netCostUsd().mean() / allowAll.netCostUsd().mean(),
                        2),
                SanityCheck.between("1c", "optimal threshold, inside 0 and 1", curve.optimalThreshold(), 0.001, 1),
                SanityCheck.atLeast(
                        "1d",
                        "rise of the optimal threshold when a false positive costs ten times as much",
                        curve.optimalThresholdAtFactor() - curve.optimalThreshold(),
                        1e-9));
    }

    private CostChecks() {}
}
