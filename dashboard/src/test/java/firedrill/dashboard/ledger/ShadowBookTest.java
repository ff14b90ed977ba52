package firedrill.dashboard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Action;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.ShadowScore.Opinion;
import org.junit.jupiter.api.Test;

class ShadowBookTest {

    @Test
    void flipsAreCountedBothWaysAndWhatOnlyDiffersInKindCostsNothing() {
        ShadowBook book = new ShadowBook();
        book.add(score("b", Action.ALLOW, Action.ALLOW, 0));
        book.add(score("b", Action.ALLOW, Action.ALLOW, 0));
        book.add(score("b", Action.BLOCK, Action.ALLOW, 12_550));
        book.add(score("b", Action.ALLOW, Action.HOLD, -40_000));
        book.add(score("b", Action.HOLD, Action.BLOCK, 0));
        book.add(score("c", Action.ALLOW, Action.ALLOW, 0));
        assertThat(book.figures())
                .containsExactly(
                        new ShadowBook.Figures("b", "a", 5, 2, 0.4, 3, 1, 125.5, 1, 400),
                        new ShadowBook.Figures("c", "a", 1, 1, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void beforeTheFirstScoreThereIsNoLine() {
        assertThat(new ShadowBook().figures()).isEmpty();
    }

    private static ShadowScore score(String challenger, Action decided, Action instead, long flipCents) {
        return new ShadowScore(
                1, 2, 3, 50_000, new Opinion("a", 0.1, decided), new Opinion(challenger, 0.2, instead), flipCents);
    }
}
