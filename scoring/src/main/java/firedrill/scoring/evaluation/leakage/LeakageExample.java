package firedrill.scoring.evaluation.leakage;

import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One order or withdrawal with its true typology, for the leakage audit of the simulator only; never used for training.
 *
 * @param order true for an order, false for a withdrawal
 * @param typology true typology, empty if honest
 * @param ruleMatches bit mask of the rules that matched, see {@link firedrill.scoring.rule.RuleSet#matchMask}
 */
public record LeakageExample(boolean order, FeatureVector features, Optional<String> typology, long ruleMatches) {

    /**
     * Features computed from reports by victims and analysts: they are informative by design, once earlier frauds are
     * known.
     */
    private static final Set<Feature> FROM_LABELS = Collections.unmodifiableSet(EnumSet.of(
            Feature.USER_CONFIRMED_SHARE,
            Feature.DEVICE_CONFIRMED_SHARE,
            Feature.NETWORK_CONFIRMED_SHARE,
            Feature.SOURCE_CONFIRMED_SHARE,
            Feature.ADDRESS_CONFIRMED_SHARE,
            Feature.ADDRESS_CLUSTER_CONFIRMED_SHARE));

    /** The features, with those computed from reports at their missing values; shape {@code [Feature.COUNT]}. */
    double[] behaviouralFeatures() {
        double[] vector = features.toArray();
        FROM_LABELS.forEach(feature -> vector[feature.ordinal()] = feature.missing());
        return vector;
    }

    LeakageExample withTypology(String other) {
        return new LeakageExample(order, features, Optional.of(other), ruleMatches);
    }
}
