package firedrill.scoring.registry;

import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelOrder.Promote;
import firedrill.scoring.registry.ModelOrder.Retire;
import firedrill.scoring.registry.ModelOrder.RollBack;
import firedrill.scoring.registry.ModelOrder.Shadow;
import firedrill.scoring.registry.ModelOrder.Stage;
import firedrill.scoring.registry.ModelOrder.Unshadow;
import firedrill.scoring.registry.ModelOrder.Unstage;
import java.util.Optional;

/** The reason for which a registry rejects an order, in one clause; empty if the order can be applied. */
record RegistryRules(ModelRegistry registry) implements ModelOrder.Cases<Optional<String>> {

    /** Admitting an admitted version is allowed: a scorer restarted without state does so. */
    @Override
    public Optional<String> admit(Admit order) {
        long active = registry.versions().stream()
                .filter(version -> !version.retired())
                .count();
        return reasonIf(
                active >= ModelRegistry.MAX_VERSIONS
                        && registry.version(order.model()).isEmpty(),
                "there are " + active + " versions already: retire one first");
    }

    @Override
    public Optional<String> promote(Promote order) {
        return challengerRefusal(order.model());
    }

    @Override
    public Optional<String> rollBack(RollBack order) {
        return reasonIf(registry.champions().size() < 2, "there is no earlier champion to roll back to");
    }

    @Override
    public Optional<String> stage(Stage order) {
        return challengerRefusal(order.model());
    }

    @Override
    public Optional<String> unstage(Unstage order) {
        return reasonIf(registry.rollout() == null, "no version is staged");
    }

    @Override
    public Optional<String> shadow(Shadow order) {
        String model = order.model();
        return challengerRefusal(model)
                .or(() -> reasonIf(registry.isShadowing(model), model + " is shadowing already"))
                .or(() -> reasonIf(
                        registry.shadows().size() >= ModelRegistry.MAX_SHADOWS,
                        "there are " + ModelRegistry.MAX_SHADOWS + " shadows already: end one first"));
    }

    @Override
    public Optional<String> unshadow(Unshadow order) {
        return reasonIf(!registry.isShadowing(order.model()), order.model() + " is not shadowing");
    }

    @Override
    public Optional<String> retire(Retire order) {
        return isChampion(order.model())
                ? Optional.of(order.model() + " is the champion: promote another version first")
                : inactiveReason(order.model());
    }

    private Optional<String> challengerRefusal(String model) {
        return isChampion(model) ? Optional.of(model + " is the champion already") : inactiveReason(model);
    }

    private Optional<String> inactiveReason(String model) {
        return registry.version(model)
                .map(version -> reasonIf(version.retired(), model + " is retired"))
                .orElse(Optional.of("no version " + model + " is in the registry"));
    }

    private boolean isChampion(String model) {
        return registry.champion()
                .filter(champion -> champion.model().equals(model))
                .isPresent();
    }

    private static Optional<String> reasonIf(boolean isRefused, String reason) {
        return isRefused ? Optional.of(reason) : Optional.empty();
    }
}
