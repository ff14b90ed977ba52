package firedrill.scoring.training;

import firedrill.scoring.rule.Rule;
import firedrill.scoring.training.AuditReport.RuleFigure;
import java.util.ArrayList;
import java.util.List;

/** How each rule fares by itself: a rule set has false positives of its own, which nobody sees if only models are measured. */
final class RuleFigures {

    /** A figure for each of {@code rules}, in their order. */
    static List<RuleFigure> of(List<Rule> rules, List<AuditExample> examples) {
        List<RuleFigure> figures = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            figures.add(figure(rules.get(i), 1L << i, examples));
        }
        return figures;
    }

    private static RuleFigure figure(Rule rule, long bit, List<AuditExample> examples) {
        boolean order = count(examples, bit, true) > count(examples, bit, false);
        int weight = AuditSample.honestOneIn(order);
        long honest = 0;
        long honestMet = 0;
        long frauds = 0;
        long fraudsMet = 0;
        for (AuditExample example : examples) {
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
        return new RuleFigure(
                rule.name(),
                rule.action().name(),
                honest == 0 ? 0 : (double) honestMet / honest,
                frauds == 0 ? 0 : (double) fraudsMet / frauds,
                fraudsMet + honestMet == 0 ? null : (double) fraudsMet / (fraudsMet + honestMet));
    }

    private static long count(List<AuditExample> examples, long bit, boolean order) {
        return examples.stream()
                .filter(example -> example.order() == order && (example.ruleMatches() & bit) != 0)
                .count();
    }

    private RuleFigures() {}
}
