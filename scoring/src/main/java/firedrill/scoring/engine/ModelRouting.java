package firedrill.scoring.engine;

import firedrill.scoring.decision.Decider;
import firedrill.scoring.registry.ModelRegistry;
import firedrill.scoring.registry.ModelRegistry.RoleAssignment;
import firedrill.scoring.registry.ModelRegistry.StagedRollout;
import firedrill.scoring.registry.ModelRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assignment of events to loaded models. Immutable; used by one thread, because deciders are not thread-safe.
 *
 * <p>A version that is not loaded yet decides nothing; the champion before it stays in place meanwhile.
 */
public final class ModelRouting {

    private final Decider champion;
    private final @Nullable Decider stagedDecider;
    private final @Nullable StagedRollout rollout;
    private final List<Decider> shadows;

    private ModelRouting(
            Decider champion, @Nullable Decider stagedDecider, @Nullable StagedRollout rollout, List<Decider> shadows) {
        this.champion = champion;
        this.stagedDecider = stagedDecider;
        this.rollout = rollout;
        this.shadows = shadows;
    }

    /**
     * The routing under {@code registry}.
     *
     * @param seed decides while no champion is loaded
     * @param loaded deciders by the hash of their model
     */
    public static ModelRouting of(ModelRegistry registry, Decider seed, Map<String, Decider> loaded) {
        Decider champion = seed;
        for (RoleAssignment assignment : registry.champions()) {
            champion = loaded.getOrDefault(assignment.model(), champion);
        }
        Decider staged = registry.stagedRollout()
                .map(rollout -> loaded.get(rollout.model()))
                .orElse(null);
        return new ModelRouting(
                champion,
                staged == null ? null : staged.withRole(ModelRole.STAGED),
                registry.rollout(),
                registry.shadows().stream()
                        .flatMap(shadow -> Optional.ofNullable(loaded.get(shadow.model())).stream())
                        .toList());
    }

    /** Decides the events of this user. */
    public Decider deciderFor(long userId) {
        return stagedDecider != null && rollout != null && rollout.includes(userId) ? stagedDecider : champion;
    }

    public Decider champion() {
        return champion;
    }

    /** Score decided events without deciding any. */
    public List<Decider> shadows() {
        return shadows;
    }
}
