package firedrill.dashboard.runtime;

import firedrill.dashboard.lab.MarketBlindModel;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.engine.ScoringParameters;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.model.compile.Scorer;
import firedrill.scoring.policy.Policy;
import firedrill.scoring.rule.RuleSet;

/** The scorer as it was loaded at start-up: champion, rules, parameters. */
public record ScoringBundle(LoadedModel model, RuleSet rules, ScoringParameters parameters) {

    /** The bundled model and rules with the default parameters. */
    public static ScoringBundle shipped() {
        return shipped(ScoringParameters.DEFAULT);
    }

    /** The bundled model and rules with these parameters. */
    public static ScoringBundle shipped(ScoringParameters parameters) {
        return of(ModelFile.loadBundled(), parameters);
    }

    /** This model and the bundled rules with these parameters. */
    public static ScoringBundle of(LoadedModel model, ScoringParameters parameters) {
        return new ScoringBundle(model, RuleSet.defaultRules(), parameters);
    }

    public Policy policy() {
        return parameters.policy();
    }

    public Scorer champion() {
        return model.scorer();
    }

    /** Short enough for a headline. */
    public String modelLabel() {
        return champion().kind() + "-" + champion().hash().substring(0, 6);
    }

    public Decider createDecider() {
        return new Decider(champion(), rules, policy());
    }

    /** With a champion that does not see the market. */
    public Decider createMarketBlindDecider() {
        return new Decider(new MarketBlindModel(champion()), rules, policy());
    }
}
