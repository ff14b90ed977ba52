package firedrill.scoring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class NumberTextTest {

    @Property
    void wholeNumbersAreWhatAFormatterWrites(@ForAll long whole) {
        // As a double, so that both round the same number.
        assertThat(NumberText.whole((double) whole))
                .isEqualTo(String.format(Locale.ROOT, "%,d", Math.round((double) whole)));
    }

    @Property
    void tenthsAreWhatAFormatterWrites(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long hundredths) {
        double value = hundredths / 100.0;
        String expected = String.format(Locale.ROOT, "%,.1f", value);
        assertThat(NumberText.tenths(value)).isEqualTo(expected.equals("-0.0") ? "0.0" : expected);
    }
}
