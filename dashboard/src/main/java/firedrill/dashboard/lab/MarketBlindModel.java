package firedrill.dashboard.lab;

import firedrill.scoring.feature.Entity;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.model.ScoringModel;
import java.util.stream.Stream;

/**
 * A model with constant calm-market features, an ablation of the market features. It keeps the champion's hash, because the
 * model is the same. Not thread-safe: it reuses one buffer.
 */
public final class MarketBlindModel implements ScoringModel {

    private static final Feature[] MARKET_FEATURES = Stream.of(Feature.values())
            .filter(feature -> feature.entity() == Entity.MARKET)
            .toArray(Feature[]::new);

    private final ScoringModel model;
    private final double[] masked = new double[Feature.COUNT];

    public MarketBlindModel(ScoringModel champion) {
        this.model = champion;
    }

    @Override
    public String hash() {
        return model.hash();
    }

    @Override
    public double probability(double[] features) {
        return model.probability(mask(features));
    }

    @Override
    public void explain(double[] features, double[] contributions) {
        model.explain(mask(features), contributions);
    }

    /** The missing value of a market feature is its value on a calm day. */
    private double[] mask(double[] features) {
        System.arraycopy(features, 0, masked, 0, Feature.COUNT);
        for (Feature feature : MARKET_FEATURES) {
            masked[feature.ordinal()] = feature.missing();
        }
        return masked;
    }
}
