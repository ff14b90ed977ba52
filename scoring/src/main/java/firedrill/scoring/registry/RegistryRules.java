package firedrill.scoring.registry;

import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelOrder.Promote;
import firedrill.scoring.registry.ModelOrder.Retire;
import firedrill.scoring.registry.ModelOrder.RollBack;
import firedrill.scoring.registry.ModelOrder.Shadow;
import firedrill.scoring.registry.ModelOrder.Stage;
import firedrill.scoring.registry.ModelOrder.Unshadow;
import firedrill.scoring.registry.ModelOrder.Unstage;
import firedrill.scoring.registry.ModelRegistry.ModelVersion;
import org.jspecify.annotations.Nullable;

/** Which model orders a roster refuses, and in what words. */
final class RegistryRules {

    /** Null if nothing is against it. */
    static @Nullable String refusalReason(ModelOrder order, ModelRegistry roster) {
        if (order instanceof Admit admit) {
            return tooMany(admit, roster);
        } else if (order instanceof Promote promote) {
            return unfit(promote.model(), roster);
        } else if (order instanceof RollBack) {
            return roster.champions().size() < 2 ? "there is no earlier champion to roll back to" : null;
        } else if (order instanceof Stage stage) {
            return unfit(stage.model(), roster);
        } else if (order instanceof Unstage) {
            return roster.rollout() == null ? "no version is staged" : null;
        } else if (order instanceof Shadow shadow) {
            return unfitForShadow(shadow.model(), roster);
        } else if (order instanceof Unshadow unshadow) {
            return roster.isShadowing(unshadow.model()) ? null : unshadow.model() + " is not shadowing";
        }
        String model = ((Retire) order).model();
        return isChampion(model, roster)
                ? model + " is the champion: promote another version first"
                : unknown(model, roster);
    }

    /** Admitting once more is no mistake: it is what a scorer does that was restarted without its memory. */
    private static @Nullable String tooMany(Admit admit, ModelRegistry roster) {
        long inUse = roster.versions().stream().filter(one -> !one.retired()).count();
        return inUse >= ModelRegistry.MAX_VERSIONS
                        && roster.version(admit.model()).isEmpty()
                ? "there are " + inUse + " versions already: retire one first"
                : null;
    }

    private static @Nullable String unfit(String model, ModelRegistry roster) {
        return isChampion(model, roster) ? model + " is the champion already" : unknown(model, roster);
    }

    private static @Nullable String unfitForShadow(String model, ModelRegistry roster) {
        String unfit = unfit(model, roster);
        if (unfit != null) {
            return unfit;
        }
        if (roster.isShadowing(model)) {
            return model + " is shadowing already";
        }
        return roster.shadows().size() >= ModelRegistry.MAX_SHADOWS
                ? "there are " + ModelRegistry.MAX_SHADOWS + " shadows already: end one first"
                : null;
    }

    private static @Nullable String unknown(String model, ModelRegistry roster) {
        ModelVersion known = roster.version(model).orElse(null);
        if (known == null) {
            return "no version " + model + " is in the registry";
        }
        return known.retired() ? model + " is retired" : null;
    }

    private static boolean isChampion(String model, ModelRegistry roster) {
        return roster.champion().filter(one -> one.model().equals(model)).isPresent();
    }

    private RegistryRules() {}
}
