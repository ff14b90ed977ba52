package firedrill.dashboard.lab;

import firedrill.scoring.decision.Champion;
import firedrill.scoring.feature.Entity;
import firedrill.scoring.feature.Feature;
import java.util.stream.Stream;

/**
 * A champion that nobody prepared for a crash: it is shown a calm market, whatever the market does. What the market would
 * excuse then looks like what thieves do. It answers under the champion's hash: the model is the same. One run, one thread: it keeps one array.
 */
public final class Unprepared implements Champion {

    private static final Feature[] OF_MARKET = Stream.of(Feature.values())
            .filter(feature -> feature.entity() == Entity.MARKET)
            .toArray(Feature[]::new);

    private final Champion champion;
    private final double[] shown = new double[Feature.COUNT];

    public Unprepared(Champion champion) {
        this.champion = champion;
    }

    @Override
    public String hash() {
        return champion.hash();
    }

    @Override
    public double probability(double[] features) {
        return champion.probability(calm(features));
    }

    @Override
    public void explain(double[] features, double[] contributions) {
        champion.explain(calm(features), contributions);
    }

    /** What a feature of the market counts as when nothing is known of it is what it is on a calm day. */
    private double[] calm(double[] features) {
        System.arraycopy(features, 0, shown, 0, Feature.COUNT);
        for (Feature feature : OF_MARKET) {
            shown[feature.ordinal()] = feature.missing();
        }
        return shown;
    }
}
