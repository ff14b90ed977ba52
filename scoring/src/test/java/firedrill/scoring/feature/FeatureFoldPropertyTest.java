package firedrill.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.scoring.feature.NaiveFeatures.Range;
import firedrill.scoring.feature.state.RecentEntityLinks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class FeatureFoldPropertyTest {

    private static final double ROUNDING = 1e-9;

    @Provide
    Arbitrary<List<ExchangeEvent>> events() {
        return RandomEvents.sequences(120);
    }

    @Provide
    Arbitrary<List<ExchangeEvent>> risingEvents() {
        return RandomEvents.sequences(120)
                .map(events -> events.stream()
                        .sorted(Comparator.comparingLong(ExchangeEvent::timeMillis))
                        .toList());
    }

    @Property(tries = 300)
    void everyFeatureIsWhatItsDefinitionCountsAgain(@ForAll("events") List<ExchangeEvent> events) {
        FeatureFold fold = new FeatureFold();
        NaiveFeatures slow = new NaiveFeatures();
        Consumer<Outcome> learning = outcome -> {
            fold.applyOutcome(outcome);
            slow.learn(outcome);
        };
        InterleavedReplay.replay(events, RandomEvents.outcomes(events), 0, learning, event -> {
            double[] vector = fold.observe(event);
            for (Map.Entry<Feature, Range> expected : slow.observe(event).entrySet()) {
                double slack = ROUNDING * Math.max(1, expected.getValue().high());
                assertThat(expected.getKey().valueIn(vector))
                        .as("%s of %s", expected.getKey(), event)
                        .isBetween(
                                expected.getValue().low() - slack,
                                expected.getValue().high() + slack);
            }
        });
    }

    @Example
    void theOracleCoversEveryFeatureAndTheFoldFillsEach() {
        Set<Feature> known = EnumSet.noneOf(Feature.class);
        Set<Feature> filled = EnumSet.noneOf(Feature.class);
        Random random = new Random(1);
        RandomGenerator<List<ExchangeEvent>> sequences =
                RandomEvents.sequences(120).generator(1_000);
        for (int sequence = 0; sequence < 200; sequence++) {
            FeatureFold fold = new FeatureFold();
            NaiveFeatures slow = new NaiveFeatures();
            List<ExchangeEvent> events = sequences.next(random).value();
            Consumer<Outcome> learning = outcome -> {
                fold.applyOutcome(outcome);
                slow.learn(outcome);
            };
            InterleavedReplay.replay(events, RandomEvents.outcomes(events), 0, learning, event -> {
                double[] vector = fold.observe(event);
                known.addAll(slow.observe(event).keySet());
                Stream.of(Feature.values())
                        .filter(feature -> feature.valueIn(vector) != feature.missing())
                        .forEach(filled::add);
            });
        }
        assertThat(known).isEqualTo(EnumSet.allOf(Feature.class));
        assertThat(filled).isEqualTo(EnumSet.allOf(Feature.class));
    }

    /** Up to the last moment before it counts, when a label is told is all the same, to the bit. */
    @Property(tries = 100)
    void howLabelsAndEventsAreInterleavedLeavesNoTrace(
            @ForAll("risingEvents") List<ExchangeEvent> events, @ForAll @LongRange(max = 300_000) long lateMillis) {
        List<Outcome> outcomes = RandomEvents.outcomes(events);
        assertThat(folded(events, outcomes, lateMillis)).isEqualTo(folded(events, outcomes, 0));
    }

    @Property(tries = 100)
    void aLabelThatTakesEffectLaterChangesNoFeatureBefore(
            @ForAll("risingEvents") List<ExchangeEvent> events, @ForAll @IntRange(max = 39) int index) {
        Assume.that(index < events.size());
        List<ExchangeEvent> told = events.subList(0, index + 1);
        long now = told.get(index).timeMillis();
        List<Outcome> all = RandomEvents.outcomes(told);
        List<Outcome> arrived =
                all.stream().filter(outcome -> outcome.timeMillis() <= now).toList();
        List<Outcome> planted = RandomEvents.outcomes(events);
        assertThat(folded(told, planted, 0)).isEqualTo(folded(told, arrived, 0));
        // No user has more events than a memory has traces, so that none is forgotten before its label comes.
        Assume.that(index < RecentEntityLinks.CAPACITY);
        assertThat(folded(told, all, -Duration.ofDays(9_000).toMillis())).isEqualTo(folded(told, arrived, 0));
    }

    @Property(tries = 100)
    void everyFeatureIsFiniteAndReadableByAModel(@ForAll("events") List<ExchangeEvent> events) {
        FeatureFold fold = new FeatureFold();
        for (ExchangeEvent event : events) {
            double[] vector = fold.observe(event);
            for (Feature feature : Feature.values()) {
                assertThat(feature.scale().of(feature.valueIn(vector)))
                        .as(feature.label())
                        .isFinite();
            }
        }
    }

    @Property(tries = 50)
    void theSameEventsGiveTheSameBits(@ForAll("events") List<ExchangeEvent> events) {
        List<Outcome> outcomes = RandomEvents.outcomes(events);
        assertThat(folded(events, outcomes, 0)).isEqualTo(folded(events, outcomes, 0));
    }

    @Property(tries = 300)
    void extractingFeaturesChangesNoState(@ForAll("events") List<ExchangeEvent> events, @ForAll long asked) {
        FeatureFold always = new FeatureFold();
        FeatureFold atTimes = new FeatureFold();
        Consumer<Outcome> learning = outcome -> {
            always.applyOutcome(outcome);
            atTimes.applyOutcome(outcome);
        };
        InterleavedReplay.replay(events, RandomEvents.outcomes(events), 0, learning, event -> {
            double[] expected = always.observe(event);
            if ((asked >>> event.id() & 1) == 0) {
                atTimes.update(event);
            } else {
                assertThat(atTimes.observe(event)).isEqualTo(expected);
            }
        });
    }

    private static List<FeatureVector> folded(List<ExchangeEvent> events, List<Outcome> outcomes, long lateMillis) {
        FeatureFold fold = new FeatureFold();
        List<FeatureVector> vectors = new ArrayList<>();
        InterleavedReplay.replay(
                events,
                outcomes,
                lateMillis,
                fold::applyOutcome,
                event -> vectors.add(FeatureVector.of(fold.observe(event))));
        return vectors;
    }
}
