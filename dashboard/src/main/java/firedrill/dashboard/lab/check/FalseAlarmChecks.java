package firedrill.dashboard.lab.check;

import firedrill.dashboard.lab.Arm;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;

/**
 * Check 2: few false alarms in a quiet scenario. Swings of the market shift the scores, which is no drift of the model: an
 * alarm in a swing or in the monitor's memory of it means that its scores counted.
 */
final class FalseAlarmChecks {

    private static final double WEEK_MINUTES = 7 * 1_440;

    /**
     * The checks on runs under do-nothing.
     *
     * @param swings swings of each arm
     * @param best the same seeds under the optimal global threshold
     */
    static List<SanityCheck> evaluate(List<Arm> arms, List<VolatilityEpisodes> swings, List<Arm> best) {
        return List.of(
                // The budget is one a week; one alarm is within it over any shorter time.
                SanityCheck.atMost(
                        "2a",
                        "false drift alarms per calm week",
                        alarms(arms, swings, true) / Math.max(1, calmWeeks(arms, swings)),
                        1),
                SanityCheck.atMost(
                        "2b",
                        "median net cost of do-nothing over the best threshold in hindsight",
                        median(arms) / median(best),
                        1.1),
                SanityCheck.exactly(
                        "2c",
                        "drift alarms in a swing of the market or in the hours after it",
                        alarms(arms, swings, false),
                        0));
    }

    private static double alarms(List<Arm> arms, List<VolatilityEpisodes> swings, boolean calm) {
        return IntStream.range(0, arms.size())
                .mapToLong(i -> arms.get(i).alarms().stream()
                        .filter(alarm -> swings.get(i).isCalm(alarm.timeMillis()) == calm)
                        .count())
                .sum();
    }

    private static double calmWeeks(List<Arm> arms, List<VolatilityEpisodes> swings) {
        return IntStream.range(0, arms.size())
                        .mapToLong(i ->
                                swings.get(i).calmMinutes((int) (arms.get(i).simulatedSeconds() / 60)))
                        .sum()
                / WEEK_MINUTES;
    }

    /** Median of the net cost: a few large accounts dominate the mean. */
    private static double median(List<Arm> arms) {
        return Median.withDefaults()
                .evaluate(arms.stream()
                        .mapToDouble(arm -> arm.bill().costs().netCostUsd())
                        .toArray());
    }

    private FalseAlarmChecks() {}
}
