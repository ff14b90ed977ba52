package firedrill.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.feature.window.Windows;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchStateTest {

    private static final long DAY = 86_400_000;

    /** Through every size that a sketch has, again and again, with tiles that drop out between. */
    @ParameterizedTest
    @ValueSource(ints = {20, 60, 200, 3_000})
    void aGrowingAndShrinkingSetIsCountedWithinTheErrorOfTheSketch(int ids) {
        Random random = new Random(ids);
        SketchState sketch = new SketchState();
        Map<Long, Long> lastSeen = new HashMap<>();
        long now = 0;
        for (int step = 0; step < 20_000; step++) {
            now += random.nextInt(40) == 0 ? random.nextLong(3 * DAY) : random.nextLong(DAY / 50);
            long id = 1L + random.nextInt(ids);
            sketch.add(Windows.SKETCH_WEEK, id, now);
            lastSeen.put(id, now);
            double most = within(lastSeen, now, 7 * DAY);
            double least = within(lastSeen, now, 6 * DAY);
            double slack = 5 * SketchState.STANDARD_ERROR_PERCENT / 100;
            assertThat(sketch.count(Windows.SKETCH_WEEK, now))
                    .isBetween(least * (1 - slack) - 0.5, most * (1 + slack) + 0.5);
        }
    }

    private static long within(Map<Long, Long> lastSeen, long now, long window) {
        return lastSeen.values().stream().filter(last -> last > now - window).count();
    }
}
