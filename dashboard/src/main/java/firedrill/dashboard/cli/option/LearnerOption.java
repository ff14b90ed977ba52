package firedrill.dashboard.cli.option;

import firedrill.scoring.training.Learner;
import picocli.CommandLine.Option;

/** The learner of a model that is trained, as an option. */
public final class LearnerOption {

    @Option(
            names = "--model",
            paramLabel = "KIND",
            defaultValue = "xgboost",
            description =
                    "Learner: xgboost (gradient-boosted trees) or logistic (linear, simpler explanations) (${DEFAULT-VALUE}).")
    private Learner learner = Learner.XGBOOST;

    public Learner learner() {
        return learner;
    }
}
