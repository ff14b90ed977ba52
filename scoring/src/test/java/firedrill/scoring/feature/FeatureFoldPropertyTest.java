package firedrill.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.scoring.feature.SlowFeatures.Range;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;

class FeatureFoldPropertyTest {

    private static final double ROUNDING = 1e-9;

    @Provide
    Arbitrary<List<ExchangeEvent>> events() {
        return RandomEvents.sequences(120);
    }

    @Property(tries = 300)
    void everyFeatureIsWhatItsDefinitionCountsAgain(@ForAll("events") List<ExchangeEvent> events) {
        FeatureFold fold = new FeatureFold();
        SlowFeatures slow = new SlowFeatures();
        for (ExchangeEvent event : events) {
            double[] vector = fold.observe(event);
            for (Map.Entry<Feature, Range> expected : slow.observe(event).entrySet()) {
                double slack = ROUNDING * Math.max(1, expected.getValue().high());
                assertThat(expected.getKey().in(vector))
                        .as("%s of %s", expected.getKey(), event)
                        .isBetween(
                                expected.getValue().low() - slack,
                                expected.getValue().high() + slack);
            }
        }
    }

    @Example
    void theOracleKnowsEveryFeatureAndTheFoldFillsEach() {
        Set<Feature> known = EnumSet.noneOf(Feature.class);
        Set<Feature> filled = EnumSet.noneOf(Feature.class);
        Random random = new Random(1);
        RandomGenerator<List<ExchangeEvent>> sequences =
                RandomEvents.sequences(120).generator(1_000);
        for (int sequence = 0; sequence < 200; sequence++) {
            FeatureFold fold = new FeatureFold();
            SlowFeatures slow = new SlowFeatures();
            for (ExchangeEvent event : sequences.next(random).value()) {
                double[] vector = fold.observe(event);
                known.addAll(slow.observe(event).keySet());
                Stream.of(Feature.values())
                        .filter(feature -> feature.in(vector) != feature.missing())
                        .forEach(filled::add);
            }
        }
        assertThat(known).isEqualTo(EnumSet.allOf(Feature.class));
        assertThat(filled).isEqualTo(EnumSet.allOf(Feature.class));
    }

    @Property(tries = 100)
    void everyFeatureIsFiniteAndReadableByAModel(@ForAll("events") List<ExchangeEvent> events) {
        FeatureFold fold = new FeatureFold();
        for (ExchangeEvent event : events) {
            double[] vector = fold.observe(event);
            for (Feature feature : Feature.values()) {
                assertThat(feature.scale().of(feature.in(vector)))
                        .as(feature.label())
                        .isFinite();
            }
        }
    }

    @Property(tries = 50)
    void theSameEventsGiveTheSameBits(@ForAll("events") List<ExchangeEvent> events) {
        assertThat(folded(events)).usingRecursiveFieldByFieldElementComparator().isEqualTo(folded(events));
    }

    private static List<FeatureVector> folded(List<ExchangeEvent> events) {
        FeatureFold fold = new FeatureFold();
        List<FeatureVector> vectors = new ArrayList<>();
        for (ExchangeEvent event : events) {
            vectors.add(FeatureVector.of(fold.observe(event)));
        }
        return vectors;
    }
}
