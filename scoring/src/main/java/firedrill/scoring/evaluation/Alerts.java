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
final class Alerts {

    static final double SHARE = 0.01;

    private final Cases cases;
    private final BitSet shown = new BitSet();

    private Alerts(Cases cases) {
        this.cases = cases;
    }

    static Alerts of(Cases cases) {
        Alerts alerts = new Alerts(cases);
        int from = 0;
        for (int i = 1; i <= cases.size(); i++) {
            if (i == cases.size() || cases.day(i) != cases.day(from)) {
                alerts.show(from, i);
                from = i;
            }
        }
        return alerts;
    }

    /** Of equal probabilities, the earlier case comes first, as it would in a queue. */
    private void show(int from, int to) {
        int places = (int) Math.round(SHARE * (to - from));
        IntStream.range(from, to)
                .boxed()
                .sorted((one, other) -> Double.compare(cases.probability(other), cases.probability(one)))
                .limit(places)
                .forEach(shown::set);
    }

    long count() {
        return shown.cardinality();
    }

    /** Share of the alerts that were fraud; NaN without an alert. */
    double precision() {
        return (double) shown.stream().filter(cases::isFraud).count() / shown.cardinality();
    }

    /** Of the frauds that {@code which} chooses, the share that was shown. */
    Estimate recall(IntPredicate which, Draws draws) {
        List<Integer> frauds = frauds(which);
        return draws.share(frauds.size(), users(frauds), weights -> shareShown(frauds, weights, fraud -> 1));
    }

    /** Of the dollars in the frauds that {@code which} chooses, the share that was shown. */
    Estimate valueRecall(IntPredicate which, Draws draws) {
        List<Integer> frauds = frauds(which);
        return draws.estimate(frauds.size(), users(frauds), weights -> shareShown(frauds, weights, cases::amountUsd));
    }

    private List<Integer> frauds(IntPredicate which) {
        return IntStream.range(0, cases.size())
                .filter(cases::isFraud)
                .filter(which)
                .boxed()
                .toList();
    }

    private long users(List<Integer> frauds) {
        return frauds.stream().map(cases::user).distinct().count();
    }

    private double shareShown(List<Integer> frauds, int[] weights, IntToDoubleFunction worth) {
        double all = 0;
        double seen = 0;
        for (int fraud : frauds) {
            double counts = weights[cases.user(fraud)] * worth.applyAsDouble(fraud);
            all += counts;
            seen += shown.get(fraud) ? counts : 0;
        }
        return all > 0 ? seen / all : Double.NaN;
    }
}
