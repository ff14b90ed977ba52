package firedrill.scoring.model.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.scoring.model.UncompilableException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FloatKeysTest {

    @Property
    void keysAreInTheOrderOfTheFloats(@ForAll("floats") float a, @ForAll("floats") float b) {
        assertThat(Integer.compare(FloatKeys.keyOf(a), FloatKeys.keyOf(b))).isEqualTo(Float.compare(a, b));
    }

    @Property
    void aFloatIsGreaterThanADoubleIfItsKeyIs(@ForAll("floats") float x, @ForAll("doubles") double threshold)
            throws Exception {
        assertThat(FloatKeys.keyOf(x) > FloatKeys.greaterThan(threshold)).isEqualTo(x > threshold);
    }

    @Property
    void aThresholdBetweenTwoFloatsIsCutBetweenThem(@ForAll("floats") float x) throws Exception {
        double between = ((double) x + Math.nextUp(x)) / 2;
        if (Double.isFinite(between) && between != x) {
            assertThat(FloatKeys.keyOf(x) > FloatKeys.greaterThan(between)).isFalse();
            assertThat(FloatKeys.keyOf(Math.nextUp(x)) > FloatKeys.greaterThan(between))
                    .isTrue();
        }
    }

    @Property
    void aFloatIsAtLeastAnotherIfItsKeyIs(@ForAll("floats") float x, @ForAll("floats") float threshold)
            throws Exception {
        assertThat(FloatKeys.keyOf(x) > FloatKeys.atLeast(threshold)).isEqualTo(x >= threshold);
    }

    @Test
    void whatIsNotANumberIsNoThreshold() {
        assertThatThrownBy(() -> FloatKeys.greaterThan(Double.NaN))
                .isInstanceOf(UncompilableException.class)
                .hasMessage("has a threshold that is not a number");
    }

    @Provide
    Arbitrary<Double> doubles() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(Double::longBitsToDouble).filter(x -> !Double.isNaN(x)),
                floats().map(Float::doubleValue),
                Arbitraries.of(0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE));
    }

    @Provide
    Arbitrary<Float> floats() {
        return Arbitraries.oneOf(
                Arbitraries.integers().map(Float::intBitsToFloat).filter(x -> !Float.isNaN(x)),
                Arbitraries.of(0f, -0f, 1f, -1f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE));
    }
}
