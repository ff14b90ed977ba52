package firedrill.dashboard.ledger;

import firedrill.ingest.event.Action;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.ShadowScore.ModelResult;

/** Shadow scores of which only challenger, actions and dollars matter. */
public final class SampleShadowScores {

    /** Model "a" decided {@code decided}, the challenger would have decided {@code instead}. */
    public static ShadowScore of(String challenger, Action decided, Action instead, long flipCents) {
        return new ShadowScore(
                1,
                2,
                3,
                50_000,
                new ModelResult("a", 0.1, decided),
                new ModelResult(challenger, 0.2, instead),
                flipCents);
    }

    private SampleShadowScores() {}
}
