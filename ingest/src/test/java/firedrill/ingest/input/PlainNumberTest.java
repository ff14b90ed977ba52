package firedrill.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PlainNumberTest {

    /** All but the last are numbers to Java. */
    private static final String[] NOT_PLAIN = {
        "12d",
        "12f",
        "12D",
        "0x1p3",
        "NaN",
        "Infinity",
        "-Infinity",
        " 12",
        "12\n",
        "1e999",
        "٣",
        "１２",
        "1_000",
        "1,5",
        "",
        ".",
        "-",
        "e5",
        "1e",
        "1e+",
        "--1",
        "1.2.3",
        "1e1000",
        "0".repeat(401)
    };

    @Test
    void whatOnlyJavaTakesForANumberIsNone() {
        for (String text : NOT_PLAIN) {
            assertThat(PlainNumber.decimal(text)).as(text).isEmpty();
            assertThat(PlainNumber.whole(text)).as(text).isEmpty();
        }
    }

    @Test
    void signsPointsAndExponentsMakeANumber() {
        assertThat(PlainNumber.decimal("-.5")).hasValue(-0.5);
        assertThat(PlainNumber.decimal("+5.")).hasValue(5);
        assertThat(PlainNumber.decimal("1.5e-3")).hasValue(0.0015);
        assertThat(PlainNumber.whole("-012")).hasValue(-12);
    }

    @Test
    void aWholeNumberThatFitsNoLongIsNone() {
        assertThat(PlainNumber.whole("9223372036854775807")).hasValue(Long.MAX_VALUE);
        assertThat(PlainNumber.whole("9223372036854775808")).isEmpty();
        assertThat(PlainNumber.whole("3.0")).isEmpty();
    }

    @Property
    void whatJavaWritesIsReadAsItWas(
            @ForAll @DoubleRange(min = -1e300, max = 1e300) double number, @ForAll long whole) {
        assertThat(PlainNumber.decimal(Double.toString(number))).hasValue(number);
        assertThat(PlainNumber.whole(Long.toString(whole))).hasValue(whole);
    }
}
