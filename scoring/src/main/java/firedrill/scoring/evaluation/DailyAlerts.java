package firedrill.scoring.evaluation;

import firedrill.scoring.evaluation.DailyScores.DayRows;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The alerts of a fixed review capacity: each day's 1 % of events with the highest probabilities, as the 100 per 10,000
 * daily events of the Fraud Detection Handbook.
 */
final class DailyAlerts {

    static final double ALERT_RATE = 0.01;

    private final ScoredEvents events;
    private final BitSet alerted = new BitSet();

    private DailyAlerts(ScoredEvents events) {
        this.events = events;
    }

    static DailyAlerts of(ScoredEvents events) {
        DailyAlerts alerts = new DailyAlerts(events);
        events.dayRows().forEach(alerts::addTopRanked);
        return alerts;
    }

    /** Ties are broken by time, the earlier event first. */
    private void addTopRanked(DayRows day) {
        int capacity = (int) Math.round(ALERT_RATE * (day.to() - day.from()));
        IntStream.range(day.from(), day.to())
                .boxed()
                .sorted((one, other) -> Double.compare(events.probability(other), events.probability(one)))
                .limit(capacity)
                .forEach(alerted::set);
    }

    long count() {
        return alerted.cardinality();
    }

    /** Share of frauds among the alerts; NaN without an alert. */
    double precision() {
        return (double) alerted.stream().filter(events::isFraud).count() / alerted.cardinality();
    }

    /** Share of the frauds selected by {@code filter} that had an alert. */
    Estimate recall(IntPredicate filter, Bootstrap bootstrap) {
        List<Integer> frauds = frauds(filter);
        return bootstrap.estimateShare(
                frauds.size(), users(frauds), weights -> weightedRecall(frauds, weights, fraud -> 1));
    }

    /** The same as a share of dollars. */
    Estimate valueRecall(IntPredicate filter, Bootstrap bootstrap) {
        List<Integer> frauds = frauds(filter);
        return bootstrap.estimate(
                frauds.size(), users(frauds), weights -> weightedRecall(frauds, weights, events::amountUsd));
    }

    private List<Integer> frauds(IntPredicate filter) {
        return IntStream.range(0, events.size())
                .filter(events::isFraud)
                .filter(filter)
                .boxed()
                .toList();
    }

    private long users(List<Integer> frauds) {
        return frauds.stream().map(events::userIndex).distinct().count();
    }

    private double weightedRecall(List<Integer> frauds, int[] weights, IntToDoubleFunction value) {
        double all = 0;
        double found = 0;
        for (int fraud : frauds) {
            double weight = weights[events.userIndex(fraud)] * value.applyAsDouble(fraud);
            all += weight;
            found += alerted.get(fraud) ? weight : 0;
        }
        return all > 0 ? found / all : Double.NaN;
    }
}
