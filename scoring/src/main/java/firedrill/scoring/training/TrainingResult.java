package firedrill.scoring.training;

import firedrill.scoring.evaluation.ClassificationMetrics;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.model.artifact.ModelArtifact;
import java.util.Optional;

/**
 * A trained model with its metrics.
 *
 * @param artifact the model's two files, written by {@link firedrill.scoring.model.artifact.ModelFile#write}
 * @param model the same model, opened through every check
 * @param withdrawalMetrics metrics on the later withdrawals of the evaluation part
 * @param orderMetrics metrics on the orders of the same part; empty without orders
 */
public record TrainingResult(
        ModelArtifact artifact,
        LoadedModel model,
        ClassificationMetrics withdrawalMetrics,
        Optional<ClassificationMetrics> orderMetrics) {}
