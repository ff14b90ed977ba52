package firedrill.dashboard.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SanityCheckTest {

    @Test
    void aBoundIsMetOnItsEdgeAndMissedBeyondIt() {
        assertThat(SanityCheck.between("1a", "share", 0.3, 0.3, 0.7))
                .isEqualTo(new SanityCheck("1a", "share", 0.3, "0.3 to 0.7", true));
        assertThat(SanityCheck.between("1a", "share", 0.71, 0.3, 0.7).pass()).isFalse();
        assertThat(SanityCheck.atLeast("1b", "times", 2, 2))
                .isEqualTo(new SanityCheck("1b", "times", 2, "at least 2", true));
        assertThat(SanityCheck.atLeast("1b", "times", 1.99, 2).pass()).isFalse();
        assertThat(SanityCheck.atMost("1c", "share", 0.95, 0.95))
                .isEqualTo(new SanityCheck("1c", "share", 0.95, "at most 0.95", true));
        assertThat(SanityCheck.atMost("1c", "share", 0.96, 0.95).pass()).isFalse();
        assertThat(SanityCheck.exactly("1d", "twice", 0, 0))
                .isEqualTo(new SanityCheck("1d", "twice", 0, "exactly 0", true));
        assertThat(SanityCheck.exactly("1d", "twice", 1, 0).pass()).isFalse();
    }

    @Test
    void whatCouldNotBeMeasuredDoesNotPass() {
        assertThat(SanityCheck.between("1a", "share", Double.NaN, 0, 1).pass()).isFalse();
        assertThat(SanityCheck.atLeast("1a", "share", Double.NaN, 0).pass()).isFalse();
        assertThat(SanityCheck.atMost("1a", "share", Double.NaN, 1).pass()).isFalse();
        assertThat(SanityCheck.exactly("1a", "share", Double.NaN, 0).pass()).isFalse();
    }
}
