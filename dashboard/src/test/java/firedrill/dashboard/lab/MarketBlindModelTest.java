package firedrill.dashboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.feature.Feature;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.model.compile.Scorer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MarketBlindModelTest {

    private final Scorer champion = ModelFile.loadBundled().scorer();
    private final MarketBlindModel unprepared = new MarketBlindModel(champion);

    @Test
    void itFindsInACrashWhatTheChampionFindsOnACalmDay() {
        double[] calm = usual();
        double[] crash = calm.clone();
        crash[Feature.VOLATILITY_Z.ordinal()] = 4.9;
        crash[Feature.RETURN_Z.ordinal()] = -17.6;
        crash[Feature.LIQUIDATED_SHARE.ordinal()] = 0.15;
        crash[Feature.DEPTH_SHARE.ordinal()] = 0.2;
        crash[Feature.FUNDING_BPS.ordinal()] = -40;

        assertThat(unprepared.probability(crash)).isEqualTo(champion.probability(calm));
        assertThat(contributions(crash)).isEqualTo(contributions(calm));
        assertThat(crash[Feature.RETURN_Z.ordinal()]).isEqualTo(-17.6);
    }

    @Test
    void allOtherFeaturesAreThoseOfTheChampion() {
        double[] calm = usual();
        double[] drain = calm.clone();
        drain[Feature.DRAIN_FRACTION.ordinal()] = 1;
        drain[Feature.MINUTES_SINCE_ADDRESS_FIRST_USED.ordinal()] = 0;
        drain[Feature.MINUTES_SINCE_DEVICE_FIRST_USED.ordinal()] = 3;

        assertThat(unprepared.probability(drain)).isEqualTo(champion.probability(drain));
        assertThat(unprepared.probability(drain)).isGreaterThan(unprepared.probability(calm));
    }

    private double[] contributions(double[] features) {
        double[] contributions = new double[Feature.COUNT];
        unprepared.explain(features, contributions);
        return contributions;
    }

    private static double[] usual() {
        return Arrays.stream(Feature.values()).mapToDouble(Feature::missing).toArray();
    }
}
