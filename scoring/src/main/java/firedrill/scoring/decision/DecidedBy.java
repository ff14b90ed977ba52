package firedrill.scoring.decision;

import firedrill.scoring.drift.Mode;

/** Source of a decision. */
public enum DecidedBy {
    /** The champion's probability, through the policy. */
    MODEL,
    /** The rules, because the mode was {@link Mode#RULES}. */
    RULES_IN_MODE,
    /** The rules, because the event arrived with its latency budget used up. */
    RULES_AT_DEADLINE,
    /** A blanket policy that ignores the scorer: the arms that allow or block everything. */
    OPERATOR
}
