package firedrill.scoring.engine;

import firedrill.scoring.decision.Decider;
import firedrill.scoring.registry.ModelRegistry;
import firedrill.scoring.registry.ModelRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who has which event, among the models that are loaded. Immutable; as many threads as its deciders, that is one.
 *
 * <p>A roster names versions; one that is not loaded yet decides nothing, and the champion before it goes on meanwhile.
 */
public final class ModelRouting {

    private final Decider champion;
    private final @Nullable Decider stagedDecider;
    private final ModelRegistry.@Nullable StagedRollout rollout;
    private final List<Decider> shadows;

    private ModelRouting(
            Decider champion,
            @Nullable Decider staged,
            ModelRegistry.@Nullable StagedRollout staging,
            List<Decider> shadows) {
        this.champion = champion;
        this.stagedDecider = staged;
        this.rollout = staging;
        this.shadows = shadows;
    }

    /**
     * The line-up of {@code roster}.
     *
     * @param founder decides where no champion is loaded: with the model that the scorer was started with
     * @param loaded deciders by the hash of their model
     */
    public static ModelRouting of(ModelRegistry roster, Decider founder, Map<String, Decider> loaded) {
        Decider champion = founder;
        for (ModelRegistry.RoleAssignment one : roster.champions()) {
            champion = loaded.getOrDefault(one.model(), champion);
        }
        Decider staged =
                roster.stagedRollout().map(one -> loaded.get(one.model())).orElse(null);
        return new ModelRouting(
                champion,
                staged == null ? null : staged.withRole(ModelRole.STAGED),
                roster.rollout(),
                roster.shadows().stream()
                        .flatMap(one -> Optional.ofNullable(loaded.get(one.model())).stream())
                        .toList());
    }

    /** Whoever has the events of this user. */
    public Decider of(long userId) {
        return stagedDecider != null && rollout != null && rollout.includes(userId) ? stagedDecider : champion;
    }

    public Decider champion() {
        return champion;
    }

    /** Those who watch. */
    public List<Decider> shadows() {
        return shadows;
    }
}
