package firedrill.scoring.job;

import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Policy;
import firedrill.scoring.model.LoadedModel;
import firedrill.scoring.model.ModelFile;
import firedrill.scoring.model.ModelRefusedException;
import firedrill.scoring.model.PackedModel;
import firedrill.scoring.rule.BadRuleException;
import firedrill.scoring.rule.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What operators load when Flink opens them: where they run, once per subtask. */
final class Loaded {

    /** The champion that {@code judging} names. */
    static LoadedModel model(JobSettings.Judging judging) {
        try {
            return packed(judging).open();
        } catch (ModelRefusedException refused) {
            throw refused(judging, refused);
        }
    }

    /** The same, as bytes. */
    static PackedModel packed(JobSettings.Judging judging) {
        try {
            return judging.modelFile() == null
                    ? ModelFile.shippedPacked()
                    : ModelFile.readPacked(Path.of(judging.modelFile()));
        } catch (ModelRefusedException refused) {
            throw refused(judging, refused);
        }
    }

    private static IllegalStateException refused(JobSettings.Judging judging, ModelRefusedException refused) {
        String name = judging.modelFile() == null ? "the shipped model" : "model " + judging.modelFile();
        return new IllegalStateException(name + " is refused: " + refused.getMessage(), refused);
    }

    /** A decider with everything that {@code judging} names, warm. */
    static Decider decider(JobSettings.Judging judging) {
        Decider decider = coldDecider(judging);
        WarmUp.run(decider);
        return decider;
    }

    /** The same, for whoever has no budget to keep. */
    static Decider coldDecider(JobSettings.Judging judging) {
        return new Decider(model(judging).scorer(), rules(judging), Policy.DEFAULT);
    }

    private static RuleSet rules(JobSettings.Judging judging) {
        if (judging.rulesFile() == null) {
            return RuleSet.shipped();
        }
        try {
            return RuleSet.parse(judging.rulesFile(), Files.readString(Path.of(judging.rulesFile())));
        } catch (IOException | BadRuleException unusable) {
            throw new IllegalStateException(
                    "rules " + judging.rulesFile() + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private Loaded() {}
}
