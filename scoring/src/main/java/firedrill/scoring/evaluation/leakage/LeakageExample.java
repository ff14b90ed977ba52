package firedrill.scoring.evaluation.leakage;

import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One order or withdrawal with what it really was: for the audit of the simulated world only, no trainer may see it.
 *
 * @param order an order; a withdrawal if not
 * @param typology which fraud it was, empty if none
 * @param ruleMatches the rules that matched, as {@link firedrill.scoring.rule.RuleSet#matchMask} tells them
 */
public record LeakageExample(boolean order, FeatureVector features, Optional<String> typology, long ruleMatches) {

    /** Features that repeat what victims and analysts reported: they tell a fraud by design, once others are known. */
    private static final Set<Feature> FROM_LABELS = Collections.unmodifiableSet(EnumSet.of(
            Feature.USER_CONFIRMED_SHARE,
            Feature.DEVICE_CONFIRMED_SHARE,
            Feature.NETWORK_CONFIRMED_SHARE,
            Feature.SOURCE_CONFIRMED_SHARE,
            Feature.ADDRESS_CONFIRMED_SHARE,
            Feature.ADDRESS_CLUSTER_CONFIRMED_SHARE));

    /** The features without those that repeat reports, each at its missing value; shape {@code [Feature.COUNT]}. */
    double[] behaviouralFeatures() {
        double[] vector = features.toArray();
        FROM_LABELS.forEach(feature -> vector[feature.ordinal()] = feature.missing());
        return vector;
    }

    LeakageExample withTypology(String other) {
        return new LeakageExample(order, features, Optional.of(other), ruleMatches);
    }
}
