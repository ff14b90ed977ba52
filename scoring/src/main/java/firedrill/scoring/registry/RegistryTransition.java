package firedrill.scoring.registry;

import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelOrder.Promote;
import firedrill.scoring.registry.ModelOrder.Retire;
import firedrill.scoring.registry.ModelOrder.RollBack;
import firedrill.scoring.registry.ModelOrder.Shadow;
import firedrill.scoring.registry.ModelOrder.Stage;
import firedrill.scoring.registry.ModelOrder.Unshadow;
import firedrill.scoring.registry.ModelOrder.Unstage;
import firedrill.scoring.registry.ModelRegistry.AuditEntry;
import firedrill.scoring.registry.ModelRegistry.ModelVersion;
import firedrill.scoring.registry.ModelRegistry.RoleAssignment;
import firedrill.scoring.registry.ModelRegistry.StagedRollout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The registry that results from an order which {@link RegistryRules} accept. */
record RegistryTransition(ModelRegistry before, AuditEntry audit) implements ModelOrder.Cases<ModelRegistry> {

    /** Earlier champions that are kept. */
    private static final int MAX_CHAMPION_HISTORY = 100;

    @Override
    public ModelRegistry admit(Admit order) {
        if (before.version(order.model()).isPresent()) {
            return before;
        }
        List<RoleAssignment> champions =
                before.champions().isEmpty() ? List.of(new RoleAssignment(order.model(), audit)) : before.champions();
        return new ModelRegistry(
                append(before.versions(), new ModelVersion(order.model(), order.name(), false, audit)),
                champions,
                before.rollout(),
                before.shadows());
    }

    @Override
    public ModelRegistry promote(Promote order) {
        return withChampions(append(before.champions(), new RoleAssignment(order.model(), audit)));
    }

    /** The restored champion carries the audit of the roll-back. */
    @Override
    public ModelRegistry rollBack(RollBack order) {
        int last = before.champions().size() - 1;
        List<RoleAssignment> champions = new ArrayList<>(before.champions().subList(0, last));
        champions.set(last - 1, new RoleAssignment(champions.get(last - 1).model(), audit));
        return withChampions(champions);
    }

    @Override
    public ModelRegistry stage(Stage order) {
        return withRollout(new StagedRollout(order.model(), order.share(), audit));
    }

    @Override
    public ModelRegistry unstage(Unstage order) {
        return withRollout(null);
    }

    @Override
    public ModelRegistry shadow(Shadow order) {
        return withShadows(append(before.shadows(), new RoleAssignment(order.model(), audit)));
    }

    @Override
    public ModelRegistry unshadow(Unshadow order) {
        return withShadows(without(before.shadows(), order.model()));
    }

    @Override
    public ModelRegistry retire(Retire order) {
        String model = order.model();
        return new ModelRegistry(
                before.versions().stream()
                        .map(version -> version.model().equals(model) ? retired(version) : version)
                        .toList(),
                withoutRepetitions(without(before.champions(), model)),
                rolloutUnlessOf(model),
                without(before.shadows(), model));
    }

    private static ModelVersion retired(ModelVersion version) {
        return new ModelVersion(version.model(), version.name(), true, version.admission());
    }

    /** A champion is neither staged nor a shadow. */
    private ModelRegistry withChampions(List<RoleAssignment> champions) {
        String champion = champions.get(champions.size() - 1).model();
        return new ModelRegistry(
                before.versions(),
                champions.subList(Math.max(0, champions.size() - MAX_CHAMPION_HISTORY), champions.size()),
                rolloutUnlessOf(champion),
                without(before.shadows(), champion));
    }

    private ModelRegistry withRollout(@Nullable StagedRollout rollout) {
        return new ModelRegistry(before.versions(), before.champions(), rollout, before.shadows());
    }

    private ModelRegistry withShadows(List<RoleAssignment> shadows) {
        return new ModelRegistry(before.versions(), before.champions(), before.rollout(), shadows);
    }

    private @Nullable StagedRollout rolloutUnlessOf(String model) {
        return before.stagedRollout()
                .filter(staged -> !staged.model().equals(model))
                .orElse(null);
    }

    /** Merges equal neighbours, since a roll-back from A to A changes nothing; the later assignment is kept. */
    private static List<RoleAssignment> withoutRepetitions(List<RoleAssignment> champions) {
        List<RoleAssignment> distinct = new ArrayList<>();
        for (RoleAssignment champion : champions) {
            int last = distinct.size() - 1;
            if (last >= 0 && distinct.get(last).model().equals(champion.model())) {
                distinct.set(last, champion);
            } else {
                distinct.add(champion);
            }
        }
        return distinct;
    }

    private static List<RoleAssignment> without(List<RoleAssignment> assignments, String model) {
        return assignments.stream()
                .filter(assignment -> !assignment.model().equals(model))
                .toList();
    }

    private static <T> List<T> append(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
