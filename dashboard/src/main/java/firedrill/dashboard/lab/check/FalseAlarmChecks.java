package firedrill.dashboard.lab.check;

import firedrill.dashboard.lab.Arm;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;

/**
 * Check 2: few false alarms in a quiet scenario. Volatility episodes shift the scores, so an alarm in one is true; one per
 * episode is expected.
 */
final class FalseAlarmChecks {

    private static final double WEEK_MINUTES = 7 * 1_440;

    /**
     * The checks on runs under do-nothing.
     *
     * @param swings volatility episodes of each arm
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
                SanityCheck.atMost(
                        "2c",
                        "drift alarms per volatility episode",
                        alarms(arms, swings, false)
                                / Math.max(
                                        1,
                                        swings.stream()
                                                .mapToLong(VolatilityEpisodes::episodes)
                                                .sum()),
                        1));
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
