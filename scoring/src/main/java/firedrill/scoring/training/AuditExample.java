package firedrill.scoring.training;

import firedrill.scoring.feature.FeatureVector;
import java.util.Optional;

/**
 * One order or withdrawal with what it really was: for the audit of the simulated world only, no trainer may see it.
 *
 * @param order an order; a withdrawal if not
 * @param typology which fraud it was, empty if none
 * @param ruleMatches the rules that matched, as {@link firedrill.scoring.rule.RuleSet#matches} tells them
 */
public record AuditExample(boolean order, FeatureVector features, Optional<String> typology, long ruleMatches) {

    AuditExample really(String other) {
        return new AuditExample(order, features, Optional.of(other), ruleMatches);
    }
}
