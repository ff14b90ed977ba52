package firedrill.dashboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckTest {

    @Test
    void aBoundIsMetOnItsEdgeAndMissedBeyondIt() {
        assertThat(Check.between("1a", "share", 0.3, 0.3, 0.7))
                .isEqualTo(new Check("1a", "share", 0.3, "0.3 to 0.7", true));
        assertThat(Check.between("1a", "share", 0.71, 0.3, 0.7).pass()).isFalse();
        assertThat(Check.atLeast("1b", "times", 2, 2)).isEqualTo(new Check("1b", "times", 2, "at least 2", true));
        assertThat(Check.atLeast("1b", "times", 1.99, 2).pass()).isFalse();
        assertThat(Check.atMost("1c", "share", 0.95, 0.95))
                .isEqualTo(new Check("1c", "share", 0.95, "at most 0.95", true));
        assertThat(Check.atMost("1c", "share", 0.96, 0.95).pass()).isFalse();
        assertThat(Check.exactly("1d", "twice", 0, 0)).isEqualTo(new Check("1d", "twice", 0, "exactly 0", true));
        assertThat(Check.exactly("1d", "twice", 1, 0).pass()).isFalse();
    }

    @Test
    void whatCouldNotBeMeasuredDoesNotPass() {
        assertThat(Check.between("1a", "share", Double.NaN, 0, 1).pass()).isFalse();
        assertThat(Check.atLeast("1a", "share", Double.NaN, 0).pass()).isFalse();
        assertThat(Check.atMost("1a", "share", Double.NaN, 1).pass()).isFalse();
        assertThat(Check.exactly("1a", "share", Double.NaN, 0).pass()).isFalse();
    }
}
