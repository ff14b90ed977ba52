package firedrill.scoring.feature.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LogTableTest {

    /** Of one more than the value. */
    private static final double ERROR = 4e-16;

    @Property(tries = 20_000)
    void itIsTheLogarithmOfOneMore(@ForAll @DoubleRange(min = -40, max = 100) double exponent) {
        double x = StrictMath.exp(exponent);
        double expected = StrictMath.log1p(x);
        assertThat(LogTable.log1p(x)).isCloseTo(expected, within(ERROR * (1 + expected)));
    }

    @Property(tries = 20_000)
    void moreIsNeverLess(
            @ForAll @DoubleRange(min = -40, max = 40) double exponent, @ForAll @DoubleRange(max = 1) double more) {
        double x = StrictMath.exp(exponent);
        assertThat(LogTable.log1p(x * (1 + more * 1e-9))).isGreaterThanOrEqualTo(LogTable.log1p(x) - 40 * ERROR);
    }

    @Test
    void nothingIsNothingAndTheLargestIsStillNumber() {
        assertThat(LogTable.log1p(0)).isZero();
        assertThat(LogTable.log1p(1)).isEqualTo(StrictMath.log(2));
        assertThat(LogTable.log1p(Double.MAX_VALUE)).isEqualTo(StrictMath.log(Double.MAX_VALUE));
    }
}
