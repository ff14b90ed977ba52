package firedrill.ingest.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.random.RandomSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class FundingRateTest {

    private static final double MIDDAY_MINUTE = 12 * 60;
    private static final FundingRate FUNDING =
            new FundingRate(MarketParameters.DEFAULT.funding(), new RandomSource(1).stream(() -> "test"));

    @Property
    void withinTheClampTheRateIsTheInterest(@ForAll @DoubleRange(min = -4, max = 6) double premium) {
        assertThat(FUNDING.rateBps(premium)).isCloseTo(1, within(1e-12));
    }

    @Property
    void beyondTheClampTheRateIsThePremiumLessTheClamp(@ForAll @DoubleRange(min = 6, max = 500) double premium) {
        assertThat(FUNDING.rateBps(premium)).isCloseTo(premium - 5, within(1e-9));
        assertThat(FUNDING.rateBps(2 - premium)).isCloseTo(2 - premium + 5, within(1e-9));
    }

    @Test
    void aLastingRiseGivesPositiveAndAFallNegativeFunding() {
        assertThat(after(0.20)).isGreaterThan(1);
        assertThat(after(-0.20)).isLessThan(0);
    }

    @Test
    void thePremiumAverageRestartsAtEveryPayment() {
        var funding = new FundingRate(MarketParameters.DEFAULT.funding(), new RandomSource(1).stream(() -> "test"));
        funding.updateMinute(479, -0.2);
        double before = funding.rateBps();
        for (int minute = 480; minute < 480 + 10_000; minute++) {
            funding.updateMinute(minute, 0);
        }

        assertThat(before).isLessThan(-5);
        assertThat(funding.rateBps()).isCloseTo(1, within(1e-9));
    }

    private static double after(double move) {
        var funding = new FundingRate(MarketParameters.DEFAULT.funding(), new RandomSource(1).stream(() -> "test"));
        for (int minute = 0; minute < MIDDAY_MINUTE; minute++) {
            funding.updateMinute(minute, move / MIDDAY_MINUTE);
        }
        return funding.rateBps();
    }
}
