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
    void liquidatedPositionsAreRemovedOnce(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = -0.2, max = 0.2) Double> moves) {
        var openInterest = new OpenInterest(MarketParameters.DEFAULT.openInterest(), LOG);
        for (double move : moves) {
            double before = openInterest.total();
            double liquidated = openInterest.liquidate(LOG + move);

            assertThat(liquidated).isNotNegative();
            assertThat(openInterest.total())
                    .isCloseTo(before - liquidated, within(1e-12))
                    .isNotNegative();
            assertThat(openInterest.liquidate(LOG + move)).isZero();
        }
    }

    @Test
    void aConstantPriceLiquidatesNothing() {
        var openInterest = new OpenInterest(MarketParameters.DEFAULT.openInterest(), LOG);
        for (int minute = 0; minute < 1_000; minute++) {
            openInterest.renew(LOG);
            assertThat(openInterest.liquidate(LOG)).isZero();
        }
        assertThat(openInterest.total()).isCloseTo(1, within(1e-9));
    }

    @Test
    void highLeverageIsLiquidatedFirst() {
        assertThat(liquidated(0.03)).isBetween(0.0005, 0.01);
        assertThat(liquidated(0.06)).isBetween(0.01, 0.03);
        assertThat(liquidated(0.14)).isBetween(0.06, 0.12);
        assertThat(liquidated(0.8)).isBetween(0.3, 0.5);
    }

    @Test
    void openInterestRecoversWithinDays() {
        var openInterest = new OpenInterest(MarketParameters.DEFAULT.openInterest(), LOG);
        openInterest.reduce(0.6);
        double before = openInterest.total();
        for (int minute = 0; minute < 48 * 60; minute++) {
            openInterest.renew(LOG);
        }
        assertThat(before).isEqualTo(0.6);
        assertThat(openInterest.total()).isBetween(0.8, 0.9);
    }

    private static double liquidated(double fall) {
        return new OpenInterest(MarketParameters.DEFAULT.openInterest(), LOG).liquidate(LOG + Math.log(1 - fall));
    }
}
