package firedrill.dashboard.lab.check;

import firedrill.dashboard.lab.Arm;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;

/**
 * The second question: when nothing happens, does nothing happen? Where the price swings by itself, scores do shift, and an
 * alarm is no false one; but one is enough.
 */
final class FalseAlarmChecks {

    private static final double WEEK_MINUTES = 7 * 1_440;

    /**
     * The checks on runs in which nobody did anything.
     *
     * @param swings of the market, in each of {@code arms}
     * @param best the same seeds under the one threshold that was cheapest of all, with hindsight
     */
    static List<SanityCheck> evaluate(List<Arm> arms, List<VolatilityEpisodes> swings, List<Arm> best) {
        return List.of(
                // One a week is the budget; over less than a week, one is not yet too many.
                SanityCheck.atMost(
                        "2a",
                        "drift alarms a week without an incident, in a market without a swing",
                        alarms(arms, swings, true) / Math.max(1, calmWeeks(arms, swings)),
                        1),
                SanityCheck.atMost(
                        "2b",
                        "doing nothing costs, of the best threshold with hindsight, on the median seed",
                        median(arms) / median(best),
                        1.1),
                SanityCheck.atMost(
                        "2c",
                        "drift alarms in swings of the market, of such swings",
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

    /** Of the net cost: a mean over some seeds tells mostly which of them lost a whale. */
    private static double median(List<Arm> arms) {
        return Median.withDefaults()
                .evaluate(arms.stream()
                        .mapToDouble(arm -> arm.bill().costs().netCostUsd())
                        .toArray());
    }

    private FalseAlarmChecks() {}
}
