package firedrill.scoring.job.state;

import firedrill.ingest.input.InputFile;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.engine.LoadJournal;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.model.artifact.ModelArtifact;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.model.artifact.ModelRefusedException;
import firedrill.scoring.rule.InvalidRuleException;
import firedrill.scoring.rule.RuleSet;
import java.io.IOException;
import java.nio.file.Path;

/** Loads model and rules on the task manager, once per subtask, when Flink opens an operator. */
public final class ScorerFactory {

    /** The seed model of {@code settings}. */
    public static LoadedModel loadModel(JobSettings.ScoringSettings settings) {
        try {
            return loadArtifact(settings).open();
        } catch (ModelRefusedException e) {
            throw refused(settings, e);
        }
    }

    /** The seed model as its files' bytes. */
    public static ModelArtifact loadArtifact(JobSettings.ScoringSettings settings) {
        try {
            return settings.modelFile() == null
                    ? ModelFile.readBundled()
                    : ModelFile.readArtifact(Path.of(settings.modelFile()));
        } catch (ModelRefusedException e) {
            throw refused(settings, e);
        }
    }

    /** The journal of model loads in the folder of {@code settings}, if it names one. */
    public static LoadJournal loadJournal(JobSettings.ScoringSettings settings) {
        String folder = settings.loadJournalFolder();
        if (folder == null) {
            return LoadJournal.NONE;
        }
        try {
            return FileLoadJournal.open(Path.of(folder), loadArtifact(settings).version());
        } catch (ModelRefusedException e) {
            throw refused(settings, e);
        }
    }

    private static IllegalStateException refused(JobSettings.ScoringSettings settings, ModelRefusedException e) {
        String name = settings.modelFile() == null ? "the bundled model" : "model " + settings.modelFile();
        return new IllegalStateException(name + " is refused: " + e.getMessage(), e);
    }

    /** A decider with the model, rules and policy of {@code settings}, compiled by the JVM. */
    public static Decider warmDecider(JobSettings.ScoringSettings settings) {
        Decider decider = coldDecider(settings);
        WarmUp.run(decider);
        return decider;
    }

    /** The same without the warm-up, for operators without a latency budget. */
    public static Decider coldDecider(JobSettings.ScoringSettings settings) {
        return new Decider(
                loadModel(settings).scorer(),
                rules(settings),
                settings.parameters().policy());
    }

    private static RuleSet rules(JobSettings.ScoringSettings settings) {
        if (settings.rulesFile() == null) {
            return RuleSet.defaultRules();
        }
        try {
            return RuleSet.parse(settings.rulesFile(), InputFile.readText(Path.of(settings.rulesFile())));
        } catch (IOException | InvalidRuleException e) {
            throw new IllegalStateException("rules " + settings.rulesFile() + " cannot be used: " + e.getMessage(), e);
        }
    }

    private ScorerFactory() {}
}
