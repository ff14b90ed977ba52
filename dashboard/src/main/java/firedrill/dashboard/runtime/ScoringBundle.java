package firedrill.dashboard.runtime;

import firedrill.dashboard.lab.MarketBlindModel;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.model.compile.Scorer;
import firedrill.scoring.policy.Policy;
import firedrill.scoring.rule.RuleSet;

/** Everything that decides, as it was read at start-up: champion, rules, policy. */
public record ScoringBundle(LoadedModel model, RuleSet rules, Policy policy) {

    /** What is shipped with the program. */
    public static ScoringBundle shipped() {
        return new ScoringBundle(ModelFile.loadBundled(), RuleSet.defaultRules(), Policy.DEFAULT);
    }

    public Scorer champion() {
        return model.scorer();
    }

    /** Short enough for a headline. */
    public String modelLabel() {
        return champion().kind() + "-" + champion().hash().substring(0, 6);
    }

    public Decider createDecider() {
        return new Decider(champion(), rules, policy);
    }

    /** With a champion that does not see the market. */
    public Decider createMarketBlindDecider() {
        return new Decider(new MarketBlindModel(champion()), rules, policy);
    }
}
