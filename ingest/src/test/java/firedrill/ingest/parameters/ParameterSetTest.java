package firedrill.ingest.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.ingest.parameters.ParameterValue.DecimalNumber;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterSetTest {

    private enum Mood {
        CALM,
        VERY_WILD
    }

    private record Inner(int count, long waitMillis, boolean isOn) {}

    private record Root(double rate, List<Double> mix, Mood mood, Inner inner, Map<Mood, Double> perMood) {}

    /** The file sample.yaml of the tests. */
    private final ParameterSet sample = ParameterSet.load("sample");

    @Test
    void bindFillsNestedRecords() {
        assertThat(sample.bind("sample", Root.class))
                .isEqualTo(new Root(
                        0.25,
                        List.of(0.5, 0.5),
                        Mood.VERY_WILD,
                        new Inner(3, 4_000_000_000L, true),
                        Map.of(Mood.CALM, 1.0, Mood.VERY_WILD, 2.0)));
        assertThat(sample.bind("sample.inner", Inner.class)).isEqualTo(new Inner(3, 4_000_000_000L, true));
    }

    @Test
    void anOverrideReplacesOneValueAndIsNamed() throws ParameterException {
        ParameterSet set = sample.with("sample.rate", "1").with("sample.inner.count", "5");

        assertThat(set.bind("sample", Root.class).rate()).isEqualTo(1);
        assertThat(set.bind("sample", Root.class).inner().count()).isEqualTo(5);
        assertThat(set.overrides())
                .containsEntry("sample.rate", new DecimalNumber(1))
                .hasSize(2);
        assertThat(set.hash())
                .hasSize(12)
                .isEqualTo(sample.with("sample.inner.count", "5")
                        .with("sample.rate", "1.0")
                        .hash());
        assertThat(sample.hash()).isEqualTo("default");
    }

    @Test
    void anOverrideEqualToTheDefaultIsNone() throws ParameterException {
        ParameterSet set = sample.with("sample.rate", "0.5").with("sample.rate", "0.250");

        assertThat(set.overrides()).isEmpty();
        assertThat(set.hash()).isEqualTo("default");
    }

    @Test
    void whatCannotBeSetIsRefusedInOneSentence() {
        assertRefused("sample.rat", "1", "there is no parameter 'sample.rat'; the nearest is sample.rate");
        assertRefused("inner.count", "1", "there is no parameter 'inner.count'; the nearest is sample.inner.count");
        assertRefused("sample.rate", "much", "sample.rate must be a number, was 'much'");
        assertRefused("sample.rate", "NaN", "sample.rate must be a number, was 'NaN'");
        assertRefused("sample.rate", "", "sample.rate must be a number, was ''");
        assertRefused("sample.rate", "1.5", "sample.rate must lie in [0, 1] (share), was 1.5");
        assertRefused("sample.inner.count", "1.5", "sample.inner.count must be a whole number, was '1.5'");
        assertRefused("sample.inner.isOn", "yes", "sample.inner.isOn must be true or false, was 'yes'");
        assertRefused("sample.mood", "sad", "sample.mood must lie in {calm, veryWild}, was sad");
        assertRefused("sample.mix", "[1]", "sample.mix must be a list of 2 numbers, was '[1]'");
        assertRefused("sample.mix", "[0.1, 2]", "sample.mix must lie in [0, 1] (share), was [0.1, 2]");
    }

    private void assertRefused(String name, String text, String message) {
        assertThatThrownBy(() -> sample.with(name, text))
                .isInstanceOf(ParameterException.class)
                .hasMessage(message);
    }

    @Test
    void aRecordThatDoesNotFitTheFileIsAFaultOfTheProgram() {
        record TooFew(int count, long waitMillis) {}
        record WrongType(double count, long waitMillis, boolean isOn) {}
        record Unknown(int count, long waitMillis, boolean isOn, int more) {}

        assertThatThrownBy(() -> sample.bind("sample.inner", TooFew.class)).hasMessageContaining("sample.inner.isOn");
        assertThatThrownBy(() -> sample.bind("sample.inner", WrongType.class))
                .hasMessageContaining("3.0 a decimal one");
        assertThatThrownBy(() -> sample.bind("sample.inner", Unknown.class)).hasMessageContaining("sample.inner.more");
    }
}
