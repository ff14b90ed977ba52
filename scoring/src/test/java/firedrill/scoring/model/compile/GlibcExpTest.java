package firedrill.scoring.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the exponential, and against floats that the C library gave. */
class GlibcExpTest {

    @Property
    void itIsTheExponentialToAHundredthOfTheLastBitMoreThanRoundingTakes(
            @ForAll @FloatRange(min = -103, max = 0) float x) {
        double exact = StrictMath.exp(x);
        assertThat(Math.abs(GlibcExp.exp(x) - exact)).isLessThanOrEqualTo(0.51 * Math.ulp((float) exact));
    }

    /** Made by {@code expf} of glibc 2.36; rounded to the nearest float they would all be another. */
    @ParameterizedTest
    @CsvSource({
        "-0x1.47c078p-7,0x1.fae786p-1",
        "-0x1.99b292p-3,0x1.a32b92p-1",
        "-0x1.00033cp+0,0x1.78b0a2p-2",
        "-0x1.800238p+1,0x1.97d3fap-5",
        "-0x1.20151p+3,0x1.022502p-13",
        "-0x1.4005bep+4,0x1.1ae2cep-29",
        "-0x1.e00cf6p+5,0x1.58b15cp-87"
    })
    void itRoundsWronglyWhereTheLibraryDoes(String x, String library) {
        float argument = Float.parseFloat(x);
        assertThat(GlibcExp.exp(argument)).isEqualTo(Float.parseFloat(library)).isNotEqualTo((float)
                StrictMath.exp(argument));
    }

    @Test
    void theEndsAreOneAndNothing() {
        assertThat(GlibcExp.exp(0)).isEqualTo(1);
        assertThat(GlibcExp.exp(-0x1.9fe368p6f)).isEqualTo(Float.MIN_VALUE);
        assertThat(GlibcExp.exp(Math.nextDown(-0x1.9fe368p6f))).isZero();
        assertThat(GlibcExp.exp(-1e30f)).isZero();
        assertThat(GlibcExp.exp(Float.NEGATIVE_INFINITY)).isZero();
    }
}
