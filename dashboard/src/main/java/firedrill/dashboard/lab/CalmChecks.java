package firedrill.dashboard.lab;

import java.util.List;

/** The second question: when nothing happens, does nothing happen? */
final class CalmChecks {

    private static final double WEEK_SECONDS = 7 * 86_400;

    static List<Check> of(List<Arm> arms, ThresholdCurve curve) {
        double weeks = arms.stream().mapToLong(Arm::simulatedSeconds).sum() / WEEK_SECONDS;
        double alarms = arms.stream().mapToInt(arm -> arm.alarms().size()).sum();
        double cost = arms.stream()
                .mapToDouble(arm -> arm.bill().money().netCostUsd())
                .average()
                .orElseThrow();
        double best = curve.points().stream()
                .mapToDouble(point -> point.netCostUsd().mean())
                .min()
                .orElseThrow();
        return List.of(
                // One a week is the budget; over less than a week, one is not yet too many.
                Check.atMost("2a", "drift alarms a week without an incident", alarms / Math.max(1, weeks), 1),
                Check.atMost("2b", "doing nothing costs, of the best threshold with hindsight", cost / best, 1.25));
    }

    private CalmChecks() {}
}
