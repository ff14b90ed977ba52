package firedrill.dashboard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Action;
import org.junit.jupiter.api.Test;

class ShadowComparisonTest {

    @Test
    void flipsAreCountedBothWaysAndWhatOnlyDiffersInKindCostsNothing() {
        ShadowComparison book = new ShadowComparison();
        book.record(SampleShadowScores.of("b", Action.ALLOW, Action.ALLOW, 0));
        book.record(SampleShadowScores.of("b", Action.ALLOW, Action.ALLOW, 0));
        book.record(SampleShadowScores.of("b", Action.BLOCK, Action.ALLOW, 12_550));
        book.record(SampleShadowScores.of("b", Action.ALLOW, Action.HOLD, -40_000));
        book.record(SampleShadowScores.of("b", Action.HOLD, Action.BLOCK, 0));
        book.record(SampleShadowScores.of("c", Action.ALLOW, Action.ALLOW, 0));
        assertThat(book.agreements())
                .containsExactly(
                        new ShadowComparison.ShadowAgreement("b", "a", 5, 2, 0.4, 3, 1, 125.5, 1, 400),
                        new ShadowComparison.ShadowAgreement("c", "a", 1, 1, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void beforeTheFirstScoreThereIsNoLine() {
        assertThat(new ShadowComparison().agreements()).isEmpty();
    }
}
