package firedrill.scoring.training;

import firedrill.scoring.evaluation.ClassificationMetrics;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.model.artifact.ModelArtifact;
import java.util.Optional;

/**
 * What a training ends with.
 *
 * @param artifact to be written by {@link firedrill.scoring.model.artifact.ModelFile#write}
 * @param model the same model, unpacked through every check
 * @param withdrawalMetrics how it did, out of time, where the dollars are
 * @param orderMetrics how it did on orders of the same time, if there were any
 */
public record TrainingResult(
        ModelArtifact artifact,
        LoadedModel model,
        ClassificationMetrics withdrawalMetrics,
        Optional<ClassificationMetrics> orderMetrics) {}
