package firedrill.dashboard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Action;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.ShadowScore.ModelResult;
import org.junit.jupiter.api.Test;

class ShadowComparisonTest {

    @Test
    void flipsAreCountedBothWaysAndWhatOnlyDiffersInKindCostsNothing() {
        ShadowComparison book = new ShadowComparison();
        book.record(score("b", Action.ALLOW, Action.ALLOW, 0));
        book.record(score("b", Action.ALLOW, Action.ALLOW, 0));
        book.record(score("b", Action.BLOCK, Action.ALLOW, 12_550));
        book.record(score("b", Action.ALLOW, Action.HOLD, -40_000));
        book.record(score("b", Action.HOLD, Action.BLOCK, 0));
        book.record(score("c", Action.ALLOW, Action.ALLOW, 0));
        assertThat(book.agreements())
                .containsExactly(
                        new ShadowComparison.ShadowAgreement("b", "a", 5, 2, 0.4, 3, 1, 125.5, 1, 400),
                        new ShadowComparison.ShadowAgreement("c", "a", 1, 1, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void beforeTheFirstScoreThereIsNoLine() {
        assertThat(new ShadowComparison().agreements()).isEmpty();
    }

    private static ShadowScore score(String challenger, Action decided, Action instead, long flipCents) {
        return new ShadowScore(
                1,
                2,
                3,
                50_000,
                new ModelResult("a", 0.1, decided),
                new ModelResult(challenger, 0.2, instead),
                flipCents);
    }
}
