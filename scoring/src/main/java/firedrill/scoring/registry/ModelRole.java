package firedrill.scoring.registry;

/** As what a model decides. */
public enum ModelRole {
    /** For everybody who is not staged. */
    CHAMPION,
    /** For its share of users, see {@link ModelRegistry.StagedRollout}. */
    STAGED
}
