package firedrill.scoring.drift;

/** Who decides while the budget lasts. */
public enum Mode {
    /** The champion and the policy. */
    MODEL,
    /** The rules alone, because the model may not: it drifted, or the operator said so. */
    RULES
}
