package firedrill.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    @Test
    void theWeightsOfUsersArePoissonWithMeanOne() {
        int[] counts = IntStream.range(0, 100_000)
                .map(i -> Bootstrap.poisson((i + 0.5) / 100_000))
                .toArray();
        assertThat(Arrays.stream(counts).average().orElseThrow()).isCloseTo(1, within(1e-3));
        double[] shares = {0.3679, 0.3679, 0.1839, 0.0613};
        for (int times = 0; times < shares.length; times++) {
            int wanted = times;
            assertThat(Arrays.stream(counts).filter(count -> count == wanted).count() / 100_000.0)
                    .isCloseTo(shares[times], within(1e-3));
        }
    }

    /** In each of 200 worlds, 300 users have up to three frauds each, all found or none, with chance 0.3. */
    @Test
    void anIntervalHoldsTheTruthInAboutNineteenOfTwentyWorlds() {
        int users = 300;
        SplittableRandom random = new SplittableRandom(1);
        int held = 0;
        for (int world = 0; world < 200; world++) {
            int[] frauds = random.ints(users, 1, 4).toArray();
            boolean[] found = new boolean[users];
            for (int user = 0; user < users; user++) {
                found[user] = random.nextInt(10) < 3;
            }
            Estimate share = Bootstrap.of(users, world)
                    .estimate(Arrays.stream(frauds).sum(), users, weights -> share(frauds, found, weights));
            held += share.low() != null && share.high() != null && share.low() <= 0.3 && 0.3 <= share.high() ? 1 : 0;
        }
        assertThat(held).isBetween(180, 199);
    }

    @Test
    void withFewUsersTheBootstrapIntervalIsNotAvailableAndTheShareIntervalIsWide() {
        Bootstrap draws = Bootstrap.of(2, 1);
        assertThat(draws.estimate(20, 2, weights -> 1)).isEqualTo(new Estimate(1.0, null, null, 20));
        Estimate share = draws.estimateShare(20, 2, weights -> 1);
        assertThat(share.value()).isEqualTo(1);
        assertThat(share.low()).isCloseTo(2 / (2 + 1.96 * 1.96), within(1e-12));
        assertThat(share.high()).isEqualTo(1);
    }

    @Test
    void anUndefinedMetricIsNotAvailable() {
        assertThat(Bootstrap.of(3, 1).estimateShare(0, 0, weights -> Double.NaN))
                .isEqualTo(new Estimate(null, null, null, 0));
        assertThat(new Estimate(null, null, null, 0).format(2)).isEqualTo("not available (0 frauds)");
        assertThat(new Estimate(0.5, null, null, 3).format(2)).isEqualTo("0.50 (interval not available, 3 frauds)");
        assertThat(new Estimate(0.5, 0.25, 0.75, 1_300).format(2)).isEqualTo("0.50 (0.25 to 0.75, 1,300 frauds)");
    }

    private static double share(int[] frauds, boolean[] found, int[] weights) {
        double all = 0;
        double seen = 0;
        for (int user = 0; user < frauds.length; user++) {
            all += weights[user] * frauds[user];
            seen += found[user] ? weights[user] * frauds[user] : 0;
        }
        return seen / all;
    }
}
