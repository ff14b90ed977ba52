package firedrill.scoring.decision;

/** As what a model decides. */
public enum Role {
    /** For everybody who is not staged. */
    CHAMPION,
    /** For its share of users, see {@link Roster.Staging}. */
    STAGED
}
