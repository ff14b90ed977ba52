package firedrill.scoring.evaluation.leakage;

import firedrill.scoring.evaluation.leakage.LeakageReport.RulePerformance;
import firedrill.scoring.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** How each rule fares by itself: a rule set has false positives of its own, which nobody sees if only models are measured. */
final class RuleMetrics {

    /** A figure for each of {@code rules}, in their order. */
    static List<RulePerformance> of(List<Rule> rules, List<LeakageExample> examples) {
        List<RulePerformance> figures = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            figures.add(figure(rules.get(i), 1L << i, examples));
        }
        return figures;
    }

    private static RulePerformance figure(Rule rule, long bit, List<LeakageExample> examples) {
        boolean order = count(examples, bit, true) > count(examples, bit, false);
        int weight = LeakageSample.honestWeight(order);
        long honest = 0;
        long honestMet = 0;
        long frauds = 0;
        long fraudsMet = 0;
        for (LeakageExample example : examples) {
            if (example.order() == order) {
                boolean isMet = (example.ruleMatches() & bit) != 0;
                if (example.typology().isPresent()) {
                    frauds++;
                    fraudsMet += isMet ? 1 : 0;
                } else {
                    honest += weight;
                    honestMet += isMet ? weight : 0;
                }
            }
        }
        return new RulePerformance(
                rule.name(),
                rule.action().name(),
                honest == 0 ? 0 : (double) honestMet / honest,
                frauds == 0 ? 0 : (double) fraudsMet / frauds,
                fraudsMet + honestMet == 0 ? null : (double) fraudsMet / (fraudsMet + honestMet));
    }

    private static long count(List<LeakageExample> examples, long bit, boolean order) {
        return examples.stream()
                .filter(example -> example.order() == order && (example.ruleMatches() & bit) != 0)
                .count();
    }

    private RuleMetrics() {}
}
