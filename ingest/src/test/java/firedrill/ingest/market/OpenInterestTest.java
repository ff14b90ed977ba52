package firedrill.ingest.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OpenInterestTest {

    private static final double LOG = Math.log(6_000_000);

    @Property(tries = 200)
    void whatIsForcedIsGoneAndNothingIsForcedTwice(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = -0.2, max = 0.2) Double> moves) {
        var open = new OpenInterest(MarketParameters.DEFAULT.openInterest(), LOG);
        for (double move : moves) {
            double before = open.total();
            double forced = open.liquidate(LOG + move);

            assertThat(forced).isNotNegative();
            assertThat(open.total()).isCloseTo(before - forced, within(1e-12)).isNotNegative();
            assertThat(open.liquidate(LOG + move)).isZero();
        }
    }

    @Test
    void aPriceThatStandsForcesNobody() {
        var open = new OpenInterest(MarketParameters.DEFAULT.openInterest(), LOG);
        for (int minute = 0; minute < 1_000; minute++) {
            open.renew(LOG);
            assertThat(open.liquidate(LOG)).isZero();
        }
        assertThat(open.total()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aFallForcesTheHighlyLeveragedFirst() {
        assertThat(forced(0.03)).isBetween(0.0005, 0.01);
        assertThat(forced(0.06)).isBetween(0.01, 0.03);
        assertThat(forced(0.14)).isBetween(0.06, 0.12);
        assertThat(forced(0.8)).isBetween(0.3, 0.5);
    }

    @Test
    void openInterestComesBackWithinDays() {
        var open = new OpenInterest(MarketParameters.DEFAULT.openInterest(), LOG);
        open.reduce(0.6);
        double before = open.total();
        for (int minute = 0; minute < 48 * 60; minute++) {
            open.renew(LOG);
        }
        assertThat(before).isEqualTo(0.6);
        assertThat(open.total()).isBetween(0.8, 0.9);
    }

    private static double forced(double fall) {
        return new OpenInterest(MarketParameters.DEFAULT.openInterest(), LOG).liquidate(LOG + Math.log(1 - fall));
    }
}
