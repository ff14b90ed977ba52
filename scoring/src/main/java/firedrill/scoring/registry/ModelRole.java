package firedrill.scoring.registry;

/** Role of a model in a decision. */
public enum ModelRole {
    /** Decides for all users outside the rollout. */
    CHAMPION,
    /** Decides for its share of users, see {@link ModelRegistry.StagedRollout}. */
    STAGED
}
