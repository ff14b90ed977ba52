package firedrill.scoring.decision;

import firedrill.scoring.drift.Mode;

/** What made one decision. */
public enum DecidedBy {
    /** The champion's probability, through the policy. */
    MODEL,
    /** The rules, because the mode was {@link Mode#RULES}. */
    RULES_IN_MODE,
    /** The rules, because the event arrived with its latency budget nearly spent. */
    RULES_AT_DEADLINE,
    /** An operator's blanket order, whatever the scorer said: the arms that allow or block everything. */
    OPERATOR
}
