package firedrill.scoring.decision;

import firedrill.scoring.decision.ModelOrder.Admit;
import firedrill.scoring.decision.ModelOrder.Promote;
import firedrill.scoring.decision.ModelOrder.Retire;
import firedrill.scoring.decision.ModelOrder.RollBack;
import firedrill.scoring.decision.ModelOrder.Shadow;
import firedrill.scoring.decision.ModelOrder.Stage;
import firedrill.scoring.decision.ModelOrder.Unshadow;
import firedrill.scoring.decision.ModelOrder.Unstage;
import firedrill.scoring.decision.Roster.Version;
import org.jspecify.annotations.Nullable;

/** Which model orders a roster refuses, and in what words. */
final class RosterRules {

    /** Null if nothing is against it. */
    static @Nullable String reasonAgainst(ModelOrder order, Roster roster) {
        if (order instanceof Admit admit) {
            return tooMany(admit, roster);
        } else if (order instanceof Promote promote) {
            return unfit(promote.model(), roster);
        } else if (order instanceof RollBack) {
            return roster.champions().size() < 2 ? "there is no earlier champion to roll back to" : null;
        } else if (order instanceof Stage stage) {
            return unfit(stage.model(), roster);
        } else if (order instanceof Unstage) {
            return roster.staging() == null ? "no version is staged" : null;
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
    private static @Nullable String tooMany(Admit admit, Roster roster) {
        long inUse = roster.versions().stream().filter(one -> !one.retired()).count();
        return inUse >= Roster.MOST_VERSIONS && roster.version(admit.model()).isEmpty()
                ? "there are " + inUse + " versions already: retire one first"
                : null;
    }

    private static @Nullable String unfit(String model, Roster roster) {
        return isChampion(model, roster) ? model + " is the champion already" : unknown(model, roster);
    }

    private static @Nullable String unfitForShadow(String model, Roster roster) {
        String unfit = unfit(model, roster);
        if (unfit != null) {
            return unfit;
        }
        if (roster.isShadowing(model)) {
            return model + " is shadowing already";
        }
        return roster.shadows().size() >= Roster.MOST_SHADOWS
                ? "there are " + Roster.MOST_SHADOWS + " shadows already: end one first"
                : null;
    }

    private static @Nullable String unknown(String model, Roster roster) {
        Version known = roster.version(model).orElse(null);
        if (known == null) {
            return "no version " + model + " is in the registry";
        }
        return known.retired() ? model + " is retired" : null;
    }

    private static boolean isChampion(String model, Roster roster) {
        return roster.champion().filter(one -> one.model().equals(model)).isPresent();
    }

    private RosterRules() {}
}
