package firedrill.scoring.evaluation.leakage;

import firedrill.scoring.evaluation.leakage.LeakageReport.RulePerformance;
import firedrill.scoring.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** Performance of each rule by itself, because the metrics of a model do not show the false positives of rules. */
final class RuleMetrics {

    /** The performance of each of {@code rules}, in their order. */
    static List<RulePerformance> of(List<Rule> rules, List<LeakageExample> examples) {
        List<RulePerformance> results = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            results.add(performance(rules.get(i), 1L << i, examples));
        }
        return results;
    }

    private static RulePerformance performance(Rule rule, long bit, List<LeakageExample> examples) {
        boolean order = count(examples, bit, true) > count(examples, bit, false);
        int weight = LeakageSample.honestWeight(order);
        long honest = 0;
        long honestMatches = 0;
        long frauds = 0;
        long fraudMatches = 0;
        for (LeakageExample example : examples) {
            if (example.order() == order) {
                boolean isMatch = (example.ruleMatches() & bit) != 0;
                if (example.typology().isPresent()) {
                    frauds++;
                    fraudMatches += isMatch ? 1 : 0;
                } else {
                    honest += weight;
                    honestMatches += isMatch ? weight : 0;
                }
            }
        }
        return new RulePerformance(
                rule.name(),
                rule.action().name(),
                honest == 0 ? 0 : (double) honestMatches / honest,
                frauds == 0 ? 0 : (double) fraudMatches / frauds,
                fraudMatches + honestMatches == 0 ? null : (double) fraudMatches / (fraudMatches + honestMatches));
    }

    private static long count(List<LeakageExample> examples, long bit, boolean order) {
        return examples.stream()
                .filter(example -> example.order() == order && (example.ruleMatches() & bit) != 0)
                .count();
    }

    private RuleMetrics() {}
}
