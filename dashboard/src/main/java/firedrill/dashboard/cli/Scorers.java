package firedrill.dashboard.cli;

import firedrill.dashboard.lab.Unprepared;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Policy;
import firedrill.scoring.model.LoadedModel;
import firedrill.scoring.model.ModelFile;
import firedrill.scoring.model.Scorer;
import firedrill.scoring.rule.RuleSet;

/** Everything that decides, as it was read at start-up: champion, rules, policy. */
record Scorers(LoadedModel model, RuleSet rules, Policy policy) {

    /** What is shipped with the program. */
    static Scorers shipped() {
        return new Scorers(ModelFile.shipped(), RuleSet.shipped(), Policy.DEFAULT);
    }

    Scorer champion() {
        return model.scorer();
    }

    /** Short enough for a headline. */
    String modelVersion() {
        return champion().kind() + "-" + champion().hash().substring(0, 6);
    }

    Decider decider() {
        return new Decider(champion(), rules, policy);
    }

    /** With a champion that does not see the market. */
    Decider unprepared() {
        return new Decider(new Unprepared(champion()), rules, policy);
    }
}
