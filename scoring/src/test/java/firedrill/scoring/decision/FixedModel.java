package firedrill.scoring.decision;

import firedrill.scoring.feature.Feature;
import firedrill.scoring.model.ScoringModel;
import java.util.Map;

/** A champion that says the same of everything. */
public record FixedModel(String hash, double probability, Map<Feature, Double> contributions) implements ScoringModel {

    FixedModel(double probability, Map<Feature, Double> contributions) {
        this("0123456789ab", probability, contributions);
    }

    @Override
    public double probability(double[] features) {
        return probability;
    }

    @Override
    public void explain(double[] features, double[] filled) {
        for (Feature feature : Feature.values()) {
            filled[feature.ordinal()] = contributions.getOrDefault(feature, 0.0);
        }
    }
}
