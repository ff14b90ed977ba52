package firedrill.ingest.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.random.RandomSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class HourlyZScoresTest {

    private static final int SEEDS = 20;
    private static final int MINUTES = 10 * 24 * 60;

    @Test
    void onQuietDaysTheZScoresAreStandardised() {
        double sum = 0;
        double sumOfSquares = 0;
        double sumOfSquaredReturns = 0;
        for (long seed = 200; seed < 200 + SEEDS; seed++) {
            var path = new PricePath(
                    MarketParameters.DEFAULT, new RandomSource(seed), List.of(), StylisedFacts.START_MILLIS);
            for (long minute = 1; minute <= MINUTES; minute++) {
                var market = path.advanceTo(StylisedFacts.START_MILLIS + minute * 60_000);
                sum += market.volatilityZ();
                sumOfSquares += market.volatilityZ() * market.volatilityZ();
                sumOfSquaredReturns += market.returnZ() * market.returnZ();
            }
        }

        double count = (double) SEEDS * MINUTES;
        double mean = sum / count;
        assertThat(mean).isCloseTo(0, within(0.15));
        assertThat(Math.sqrt(sumOfSquares / count - mean * mean)).isCloseTo(1, within(0.1));
        assertThat(Math.sqrt(sumOfSquaredReturns / count)).isCloseTo(1, within(0.2));
    }
}
