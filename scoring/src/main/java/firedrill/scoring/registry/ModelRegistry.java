package firedrill.scoring.registry;

import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.engine.ModelRouting;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelOrder.Promote;
import firedrill.scoring.registry.ModelOrder.Retire;
import firedrill.scoring.registry.ModelOrder.RollBack;
import firedrill.scoring.registry.ModelOrder.Shadow;
import firedrill.scoring.registry.ModelOrder.Stage;
import firedrill.scoring.registry.ModelOrder.Unshadow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of the model there are, what each is for, and who made it so: what all model commands so far amount to.
 *
 * <p>It knows no model, only names; whether a version is loaded already is {@link ModelRouting}'s business. Lists and null instead
 * of sets and {@link Optional}, because Flink keeps it as it is.
 *
 * @param versions in the order of their admission, retired ones too
 * @param champions the present one last, before it those to which one can roll back
 * @param rollout null while the champion decides for everybody
 * @param shadows in the order in which they began
 */
public record ModelRegistry(
        List<ModelVersion> versions,
        List<RoleAssignment> champions,
        @Nullable StagedRollout rollout,
        List<RoleAssignment> shadows) {

    /** Nothing admitted yet: whatever model the scorer was started with decides. */
    public static final ModelRegistry EMPTY = new ModelRegistry(List.of(), List.of(), null, List.of());

    /** Versions that are not retired; each is held in memory wherever events are decided. */
    public static final int MAX_VERSIONS = 32;
    /** Each costs a score and a record per decision. */
    public static final int MAX_SHADOWS = 4;
    /** Earlier champions that are remembered. */
    private static final int MAX_CHAMPION_HISTORY = 100;

    public ModelRegistry {
        versions = List.copyOf(versions);
        champions = List.copyOf(champions);
        shadows = List.copyOf(shadows);
    }

    /** Who did something, when and why; {@code version} is that of the control command, {@code timeMillis} simulated. */
    public record AuditEntry(long version, long timeMillis, String actor, String reason) {

        static AuditEntry of(ControlCommand command) {
            return new AuditEntry(command.version(), command.timeMillis(), command.actor(), command.reason());
        }
    }

    /** A version in the registry; its name is its card's. */
    public record ModelVersion(String model, String name, boolean retired, AuditEntry admission) {}

    /** A model, and who put it where it is. */
    public record RoleAssignment(String model, AuditEntry audit) {}

    /**
     * A version that decides for a share of the users.
     *
     * @param share above 0, at most 1
     */
    public record StagedRollout(String model, double share, AuditEntry audit) {

        /** Whether this user is among them; whoever is at some share still is at every larger one. */
        public boolean includes(long userId) {
            return HashBucket.of(model, userId) < share;
        }
    }

    /** Who decides for everybody who is not staged; empty before the first admission. */
    public Optional<RoleAssignment> champion() {
        return champions.isEmpty() ? Optional.empty() : Optional.of(champions.get(champions.size() - 1));
    }

    public Optional<StagedRollout> stagedRollout() {
        return Optional.ofNullable(rollout);
    }

    /** The version of that name, retired or not. */
    public Optional<ModelVersion> version(String model) {
        return versions.stream().filter(one -> one.model().equals(model)).findFirst();
    }

    public boolean isShadowing(String model) {
        return contains(shadows, model);
    }

    /** Whether it is admitted and not retired. */
    public boolean isActive(String model) {
        return version(model).filter(one -> !one.retired()).isPresent();
    }

    /**
     * Who put {@code model} where it decided in that role; empty if nobody did, because the scorer was started with it.
     *
     * <p>While a new champion is still being loaded the one before it decides, so earlier appointments count too.
     */
    public Optional<AuditEntry> auditOf(String model, ModelRole role) {
        if (role == ModelRole.STAGED) {
            return stagedRollout().filter(one -> one.model().equals(model)).map(StagedRollout::audit);
        }
        for (int i = champions.size() - 1; i >= 0; i--) {
            if (champions.get(i).model().equals(model)) {
                return Optional.of(champions.get(i).audit());
            }
        }
        return Optional.empty();
    }

    /** Why {@code order} would change nothing, in a sentence; empty if it can be carried out. */
    public Optional<String> refusal(ModelOrder order) {
        return Optional.ofNullable(RegistryRules.refusalReason(order, this));
    }

    /** The roster after {@code command}; the same if the order is refused. */
    public ModelRegistry apply(ModelCommand command) {
        ModelOrder order = command.order();
        if (refusal(order).isPresent()) {
            return this;
        }
        AuditEntry deed = AuditEntry.of(command);
        if (order instanceof Admit admit) {
            return admit(admit, deed);
        } else if (order instanceof Promote promote) {
            return promote(promote.model(), deed);
        } else if (order instanceof RollBack) {
            return rollBack(deed);
        } else if (order instanceof Stage stage) {
            return new ModelRegistry(
                    versions, champions, new StagedRollout(stage.model(), stage.share(), deed), shadows);
        } else if (order instanceof Shadow shadow) {
            return new ModelRegistry(
                    versions, champions, rollout, with(shadows, new RoleAssignment(shadow.model(), deed)));
        } else if (order instanceof Unshadow unshadow) {
            return new ModelRegistry(versions, champions, rollout, without(shadows, unshadow.model()));
        } else if (order instanceof Retire retire) {
            return retire(retire.model());
        }
        // Unstage, the only one left.
        return new ModelRegistry(versions, champions, null, shadows);
    }

    private ModelRegistry admit(Admit admit, AuditEntry deed) {
        if (version(admit.model()).isPresent()) {
            return this;
        }
        ModelVersion version = new ModelVersion(admit.model(), admit.name(), false, deed);
        List<RoleAssignment> decide =
                champions.isEmpty() ? List.of(new RoleAssignment(admit.model(), deed)) : champions;
        return new ModelRegistry(with(versions, version), decide, rollout, shadows);
    }

    private ModelRegistry promote(String model, AuditEntry deed) {
        return withChampions(with(champions, new RoleAssignment(model, deed)));
    }

    /** The deed is that of the rolling back: who did it put the old champion where it is now. */
    private ModelRegistry rollBack(AuditEntry deed) {
        List<RoleAssignment> left = new ArrayList<>(champions.subList(0, champions.size() - 1));
        left.set(left.size() - 1, new RoleAssignment(left.get(left.size() - 1).model(), deed));
        return withChampions(left);
    }

    /** Whoever is champion is neither staged nor a shadow. */
    private ModelRegistry withChampions(List<RoleAssignment> decide) {
        String model = decide.get(decide.size() - 1).model();
        return new ModelRegistry(
                versions,
                decide.subList(Math.max(0, decide.size() - MAX_CHAMPION_HISTORY), decide.size()),
                stagedRollout().filter(one -> !one.model().equals(model)).orElse(null),
                without(shadows, model));
    }

    private ModelRegistry retire(String model) {
        return new ModelRegistry(
                versions.stream()
                        .map(one -> one.model().equals(model)
                                ? new ModelVersion(one.model(), one.name(), true, one.admission())
                                : one)
                        .toList(),
                withoutRepetitions(without(champions, model)),
                stagedRollout().filter(one -> !one.model().equals(model)).orElse(null),
                without(shadows, model));
    }

    /** Where A, B, A lost its B, rolling back must not lead from A to A; the later deed is the one that stands. */
    private static List<RoleAssignment> withoutRepetitions(List<RoleAssignment> champions) {
        List<RoleAssignment> different = new ArrayList<>();
        for (RoleAssignment one : champions) {
            int last = different.size() - 1;
            if (last >= 0 && different.get(last).model().equals(one.model())) {
                different.set(last, one);
            } else {
                different.add(one);
            }
        }
        return different;
    }

    static boolean contains(List<RoleAssignment> appointments, String model) {
        return appointments.stream().anyMatch(one -> one.model().equals(model));
    }

    private static List<RoleAssignment> without(List<RoleAssignment> appointments, String model) {
        return appointments.stream().filter(one -> !one.model().equals(model)).toList();
    }

    private static <T> List<T> with(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
