package firedrill.scoring.registry;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The model versions, their roles and the audit of each assignment: the result of all model orders so far.
 *
 * <p>It holds names only; {@code ModelRouting} decides by the versions that are loaded. It has lists and null instead
 * of sets and {@link Optional}, because Flink serializes it as it is.
 *
 * @param versions in order of admission, retired ones included
 * @param champions the present champion last, before it those available to a roll-back
 * @param rollout null while the champion decides for all users
 * @param shadows in the order in which they began
 */
public record ModelRegistry(
        List<ModelVersion> versions,
        List<RoleAssignment> champions,
        @Nullable StagedRollout rollout,
        List<RoleAssignment> shadows) {

    /** Before the first admission: the seed model decides. */
    public static final ModelRegistry EMPTY = new ModelRegistry(List.of(), List.of(), null, List.of());

    /** Maximum of versions that are not retired; each is held in memory by every deciding subtask. */
    public static final int MAX_VERSIONS = 32;
    /** Maximum of shadow models; each costs a score and a record per decision. */
    public static final int MAX_SHADOWS = 4;

    public ModelRegistry {
        versions = List.copyOf(versions);
        champions = List.copyOf(champions);
        shadows = List.copyOf(shadows);
    }

    /**
     * Author, time and reason of a change.
     *
     * @param version of the control command
     * @param timeMillis simulated
     */
    public record AuditEntry(long version, long timeMillis, String actor, String reason) {}

    /** A registered version; its name is that of its card. */
    public record ModelVersion(String model, String name, boolean retired, AuditEntry admission) {}

    /** A model in a role, and the audit of the assignment. */
    public record RoleAssignment(String model, AuditEntry audit) {}

    /**
     * A version that decides for a share of the users.
     *
     * @param share above 0, at most 1
     */
    public record StagedRollout(String model, double share, AuditEntry audit) {

        /** Whether the user is in the share; a user in a smaller share is also in every larger one. */
        public boolean includes(long userId) {
            return HashBucket.of(model, userId) < share;
        }
    }

    /** The version that decides for all users outside the rollout; empty before the first admission. */
    public Optional<RoleAssignment> champion() {
        return champions.isEmpty() ? Optional.empty() : Optional.of(champions.get(champions.size() - 1));
    }

    public Optional<StagedRollout> stagedRollout() {
        return Optional.ofNullable(rollout);
    }

    /** The version with that hash, retired or not. */
    public Optional<ModelVersion> version(String model) {
        return versions.stream()
                .filter(version -> version.model().equals(model))
                .findFirst();
    }

    public boolean isShadowing(String model) {
        return shadows.stream().anyMatch(shadow -> shadow.model().equals(model));
    }

    /** Whether it is admitted and not retired. */
    public boolean isActive(String model) {
        return version(model).filter(version -> !version.retired()).isPresent();
    }

    /** Whether it is admitted and retired. */
    public boolean isRetired(String model) {
        return version(model).filter(ModelVersion::retired).isPresent();
    }

    /**
     * The audit of the assignment of {@code model} to that role; empty for the seed model.
     *
     * <p>While a new champion is being loaded the previous one decides, so earlier assignments count too.
     */
    public Optional<AuditEntry> auditOf(String model, ModelRole role) {
        if (role == ModelRole.STAGED) {
            return stagedRollout()
                    .filter(staged -> staged.model().equals(model))
                    .map(StagedRollout::audit);
        }
        for (int i = champions.size() - 1; i >= 0; i--) {
            if (champions.get(i).model().equals(model)) {
                return Optional.of(champions.get(i).audit());
            }
        }
        return Optional.empty();
    }

    /** The reason for which {@code order} would be rejected, in one clause; empty if it can be carried out. */
    public Optional<String> refusal(ModelOrder order) {
        return order.match(new RegistryRules(this));
    }

    /** The registry after {@code order}; unchanged if the order is rejected. */
    public ModelRegistry apply(ModelOrder order, AuditEntry audit) {
        return refusal(order).isPresent() ? this : order.match(new RegistryTransition(this, audit));
    }
}
