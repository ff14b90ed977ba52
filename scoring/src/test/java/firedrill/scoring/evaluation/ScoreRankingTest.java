package firedrill.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ScoreRankingTest {

    @Property(tries = 200)
    void aWeightOfTwoEqualsTwoCopiesOfTheUser(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 5) int users) {
        SplittableRandom random = new SplittableRandom(seed);
        ScoredEventsBuilder builder = new ScoredEventsBuilder();
        for (int i = 0; i < rows; i++) {
            builder.add(0, 1 + random.nextInt(users), random.nextInt(6) / 10.0, random.nextInt(3) == 0 ? "theft" : "");
        }
        ScoredEvents events = builder.events();
        int[] weights = random.ints(events.userCount(), 0, 4).toArray();
        List<Double> probabilities = new ArrayList<>();
        List<Boolean> frauds = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            for (int copy = 0; copy < weights[events.userIndex(i)]; copy++) {
                probabilities.add(events.probability(i));
                frauds.add(events.isFraud(i));
            }
        }
        double weighted = ScoreRanking.of(events, i -> true, events::probability, events::isFraud)
                .averagePrecision(weights);
        if (!frauds.contains(true)) {
            assertThat(weighted).isNaN();
            return;
        }
        boolean[] labels = new boolean[frauds.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = frauds.get(i);
        }
        assertThat(weighted)
                .isCloseTo(
                        ClassificationMetrics.of(
                                        probabilities.stream()
                                                .mapToDouble(Double::doubleValue)
                                                .toArray(),
                                        labels)
                                .averagePrecision(),
                        within(1e-12));
    }
}
