package firedrill.dashboard.lab;

import java.util.List;
import org.apache.commons.statistics.descriptive.Median;

/** The second question: when nothing happens, does nothing happen? */
final class CalmChecks {

    private static final double WEEK_SECONDS = 7 * 86_400;

    /**
     * The checks on runs in which nobody did anything.
     *
     * @param best the same seeds under the one threshold that was cheapest of all, with hindsight
     */
    static List<Check> of(List<Arm> arms, List<Arm> best) {
        double weeks = arms.stream().mapToLong(Arm::simulatedSeconds).sum() / WEEK_SECONDS;
        double alarms = arms.stream().mapToInt(arm -> arm.alarms().size()).sum();
        return List.of(
                // One a week is the budget; over less than a week, one is not yet too many.
                Check.atMost("2a", "drift alarms a week without an incident", alarms / Math.max(1, weeks), 1),
                Check.atMost(
                        "2b",
                        "doing nothing costs, of the best threshold with hindsight, on the median seed",
                        median(arms) / median(best),
                        1.1));
    }

    /** Of the net cost: a mean over some seeds tells mostly which of them lost a whale. */
    private static double median(List<Arm> arms) {
        return Median.withDefaults()
                .evaluate(arms.stream()
                        .mapToDouble(arm -> arm.bill().money().netCostUsd())
                        .toArray());
    }

    private CalmChecks() {}
}
