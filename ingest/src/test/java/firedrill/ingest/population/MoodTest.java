package firedrill.ingest.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.event.Market;
import org.junit.jupiter.api.Test;

/** What a moving market does to people: at once, after a while, and after it is over. */
class MoodTest {

    private static final long PRICE = 6_000_000;
    private static final Market FALL = new Market(3.5, -15.2, PRICE);
    private static final Market CALM = new Market(0, -0.8, PRICE);

    private final Mood mood = new Mood();

    @Test
    void aFallOfTenPercentBringsAtOnceAboutSixTimesTheWithdrawalsAndSeveralTimesTheDeposits() {
        mood.pass(FALL);

        assertThat(mood.multiplier(Intent.WITHDRAWAL)).isBetween(4.5, 8.0);
        assertThat(mood.multiplier(Intent.DEPOSIT)).isBetween(2.0, 5.0);
    }

    @Test
    void anOrdinaryMarketChangesNothing() {
        pass(60, CALM);

        for (Intent intent : Intent.values()) {
            assertThat(mood.multiplier(intent)).isEqualTo(1);
        }
    }

    @Test
    void fearAndCompanyBringMoreTheLongerItLastsButNeverMoreThanTwelveTimes() {
        mood.pass(FALL);
        double atOnce = mood.multiplier(Intent.WITHDRAWAL);
        pass(20, FALL);
        double later = mood.multiplier(Intent.WITHDRAWAL);
        pass(600, FALL);

        assertThat(later).isGreaterThan(1.3 * atOnce);
        assertThat(mood.multiplier(Intent.WITHDRAWAL)).isEqualTo(12);
    }

    @Test
    void fearOutlivesTheFallByHoursAndEnds() {
        pass(30, FALL);
        pass(15, CALM);
        double soonAfter = mood.multiplier(Intent.WITHDRAWAL);
        pass(12 * 60, CALM);

        assertThat(soonAfter).isBetween(1.5, 4.0);
        assertThat(mood.multiplier(Intent.WITHDRAWAL)).isCloseTo(1, within(0.01));
    }

    @Test
    void aRiseFrightensNobody() {
        pass(30, new Market(3.5, 15.2, PRICE));
        pass(1, CALM);

        assertThat(mood.multiplier(Intent.DEPOSIT)).isEqualTo(1);
    }

    private void pass(int minutes, Market market) {
        for (int second = 0; second < 60 * minutes; second++) {
            mood.pass(market);
        }
    }
}
