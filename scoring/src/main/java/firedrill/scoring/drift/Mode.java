package firedrill.scoring.drift;

/** What decides within the latency budget. */
public enum Mode {
    /** The champion and the policy. */
    MODEL,
    /** The rules alone: the model drifted, or an operator pinned this mode. */
    RULES
}
