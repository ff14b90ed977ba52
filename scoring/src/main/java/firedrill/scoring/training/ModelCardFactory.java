package firedrill.scoring.training;

import firedrill.scoring.evaluation.ClassificationMetrics;
import firedrill.scoring.model.ModelCard;
import java.time.Duration;
import java.util.List;

/** Makes the model card of a newly trained model. */
final class ModelCardFactory {

    private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    static ModelCard create(
            Learner learner,
            TrainingSource source,
            TrainingSettings settings,
            Duration span,
            TemporalSplit split,
            ClassificationMetrics evaluation,
            FittedModel fitted) {
        return new ModelCard(
                source.name(),
                "Probability that a withdrawal or an order is part of a fraud of any typology, so that the exchange can"
                        + " challenge, limit, hold, review or block it. Trained on a simulated exchange: not for use on real"
                        + " people.",
                new ModelCard.TrainingData(
                        source.simulationSeed(),
                        span.toMillis() / MILLIS_PER_DAY,
                        fitted.exampleCount(),
                        TemporalSplit.fraudCount(split.fitRows()),
                        settings.maturity().toHours(),
                        split.calibrationRows().size(),
                        split.evaluationRows().size()),
                new ModelCard.HoldoutMetrics(
                        evaluation.averagePrecision(),
                        evaluation.rocAuc(),
                        evaluation.recallAtHalfPercent(),
                        evaluation.recallAtOnePercent(),
                        evaluation.calibrationError(),
                        evaluation.baseRate()),
                List.of(
                        "Labels are reports by victims and verdicts of analysts: late, noisy, and some never come.",
                        "One model for all typologies: frequent typologies dominate the fit.",
                        learner.limitation(),
                        "The probabilities of orders use the calibration of withdrawals.",
                        "Trained on an exchange that allows every request; where many are blocked, labels are missing."),
                fitted.model().getProvenance().toString());
    }

    private ModelCardFactory() {}
}
