package firedrill.ingest.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.event.MarketSnapshot;
import org.junit.jupiter.api.Test;

/** What a moving market does to people: at once, after a while, and after it is over. */
class MarketStressTest {

    private static final long PRICE = 6_000_000;
    private static final MarketSnapshot FALL = new MarketSnapshot(3.5, -15.2, PRICE);
    private static final MarketSnapshot CALM = new MarketSnapshot(0, -0.8, PRICE);

    private final MarketStress mood = new MarketStress(TestCustomers.PARAMETERS.stress());

    @Test
    void aFallOfTenPercentBringsAtOnceAboutSixTimesTheWithdrawalsAndSeveralTimesTheDeposits() {
        mood.update(FALL);

        assertThat(mood.multiplier(ActivityType.WITHDRAWAL)).isBetween(4.5, 8.0);
        assertThat(mood.multiplier(ActivityType.DEPOSIT)).isBetween(2.0, 5.0);
    }

    @Test
    void anOrdinaryMarketChangesNothing() {
        pass(60, CALM);

        for (ActivityType intent : ActivityType.values()) {
            assertThat(mood.multiplier(intent)).isEqualTo(1);
        }
    }

    @Test
    void fearAndCompanyBringMoreTheLongerItLastsButNeverMoreThanTwelveTimes() {
        mood.update(FALL);
        double atOnce = mood.multiplier(ActivityType.WITHDRAWAL);
        pass(20, FALL);
        double later = mood.multiplier(ActivityType.WITHDRAWAL);
        pass(600, FALL);

        assertThat(later).isGreaterThan(1.3 * atOnce);
        assertThat(mood.multiplier(ActivityType.WITHDRAWAL)).isEqualTo(12);
    }

    @Test
    void fearOutlivesTheFallByHoursAndEnds() {
        pass(30, FALL);
        pass(15, CALM);
        double soonAfter = mood.multiplier(ActivityType.WITHDRAWAL);
        pass(12 * 60, CALM);

        assertThat(soonAfter).isBetween(1.5, 4.0);
        assertThat(mood.multiplier(ActivityType.WITHDRAWAL)).isCloseTo(1, within(0.01));
    }

    @Test
    void aRiseCausesNoStress() {
        pass(30, new MarketSnapshot(3.5, 15.2, PRICE));
        pass(1, CALM);

        assertThat(mood.multiplier(ActivityType.DEPOSIT)).isEqualTo(1);
    }

    private void pass(int minutes, MarketSnapshot market) {
        for (int second = 0; second < 60 * minutes; second++) {
            mood.update(market);
        }
    }
}
