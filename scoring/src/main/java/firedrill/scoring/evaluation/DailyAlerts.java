package firedrill.scoring.evaluation;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The cases that analysts would have been shown: of each day the one in a hundred with the highest probabilities, which is
 * the 100 a day per 10,000 events of the Fraud Detection Handbook.
 */
final class DailyAlerts {

    static final double ALERT_RATE = 0.01;

    private final ScoredEvents cases;
    private final BitSet alerted = new BitSet();

    private DailyAlerts(ScoredEvents cases) {
        this.cases = cases;
    }

    static DailyAlerts of(ScoredEvents cases) {
        DailyAlerts alerts = new DailyAlerts(cases);
        int from = 0;
        for (int i = 1; i <= cases.size(); i++) {
            if (i == cases.size() || cases.day(i) != cases.day(from)) {
                alerts.addTopRanked(from, i);
                from = i;
            }
        }
        return alerts;
    }

    /** Of equal probabilities, the earlier case comes first, as it would in a queue. */
    private void addTopRanked(int from, int to) {
        int places = (int) Math.round(ALERT_RATE * (to - from));
        IntStream.range(from, to)
                .boxed()
                .sorted((one, other) -> Double.compare(cases.probability(other), cases.probability(one)))
                .limit(places)
                .forEach(alerted::set);
    }

    long count() {
        return alerted.cardinality();
    }

    /** Share of the alerts that were fraud; NaN without an alert. */
    double precision() {
        return (double) alerted.stream().filter(cases::isFraud).count() / alerted.cardinality();
    }

    /** Of the frauds that {@code which} chooses, the share that was shown. */
    Estimate recall(IntPredicate which, Bootstrap draws) {
        List<Integer> frauds = frauds(which);
        return draws.estimateShare(
                frauds.size(), users(frauds), weights -> weightedRecall(frauds, weights, fraud -> 1));
    }

    /** Of the dollars in the frauds that {@code which} chooses, the share that was shown. */
    Estimate valueRecall(IntPredicate which, Bootstrap draws) {
        List<Integer> frauds = frauds(which);
        return draws.estimate(
                frauds.size(), users(frauds), weights -> weightedRecall(frauds, weights, cases::amountUsd));
    }

    private List<Integer> frauds(IntPredicate which) {
        return IntStream.range(0, cases.size())
                .filter(cases::isFraud)
                .filter(which)
                .boxed()
                .toList();
    }

    private long users(List<Integer> frauds) {
        return frauds.stream().map(cases::userIndex).distinct().count();
    }

    private double weightedRecall(List<Integer> frauds, int[] weights, IntToDoubleFunction worth) {
        double all = 0;
        double seen = 0;
        for (int fraud : frauds) {
            double counts = weights[cases.userIndex(fraud)] * worth.applyAsDouble(fraud);
            all += counts;
            seen += alerted.get(fraud) ? counts : 0;
        }
        return all > 0 ? seen / all : Double.NaN;
    }
}
