package firedrill.scoring.job.state;

import firedrill.scoring.decision.Decider;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.model.artifact.ModelArtifact;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.model.artifact.ModelRefusedException;
import firedrill.scoring.rule.InvalidRuleException;
import firedrill.scoring.rule.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What operators load when Flink opens them: where they run, once per subtask. */
public final class ScorerFactory {

    /** The champion that {@code judging} names. */
    public static LoadedModel loadModel(JobSettings.ScoringSettings judging) {
        try {
            return loadArtifact(judging).open();
        } catch (ModelRefusedException refused) {
            throw refused(judging, refused);
        }
    }

    /** The same, as bytes. */
    public static ModelArtifact loadArtifact(JobSettings.ScoringSettings judging) {
        try {
            return judging.modelFile() == null
                    ? ModelFile.readBundled()
                    : ModelFile.readArtifact(Path.of(judging.modelFile()));
        } catch (ModelRefusedException refused) {
            throw refused(judging, refused);
        }
    }

    private static IllegalStateException refused(JobSettings.ScoringSettings judging, ModelRefusedException refused) {
        String name = judging.modelFile() == null ? "the shipped model" : "model " + judging.modelFile();
        return new IllegalStateException(name + " is refused: " + refused.getMessage(), refused);
    }

    /** A decider with everything that {@code judging} names, warm. */
    public static Decider warmDecider(JobSettings.ScoringSettings judging) {
        Decider decider = coldDecider(judging);
        WarmUp.run(decider);
        return decider;
    }

    /** The same, for whoever has no budget to keep. */
    public static Decider coldDecider(JobSettings.ScoringSettings judging) {
        return new Decider(
                loadModel(judging).scorer(),
                rules(judging),
                judging.parameters().policy());
    }

    private static RuleSet rules(JobSettings.ScoringSettings judging) {
        if (judging.rulesFile() == null) {
            return RuleSet.defaultRules();
        }
        try {
            return RuleSet.parse(judging.rulesFile(), Files.readString(Path.of(judging.rulesFile())));
        } catch (IOException | InvalidRuleException unusable) {
            throw new IllegalStateException(
                    "rules " + judging.rulesFile() + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private ScorerFactory() {}
}
