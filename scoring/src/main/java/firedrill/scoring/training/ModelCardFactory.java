package firedrill.scoring.training;

import firedrill.scoring.evaluation.ClassificationMetrics;
import firedrill.scoring.model.ModelCard;
import java.time.Duration;
import java.util.List;

/** Writes what a reader must know of a model that was just trained. */
final class ModelCardFactory {

    private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    static ModelCard create(
            Learner learner,
            TrainingSource source,
            TrainingSettings settings,
            Duration span,
            TemporalSplit slices,
            ClassificationMetrics evaluation,
            FittedModel fitted) {
        return new ModelCard(
                source.name(),
                "Probability that a withdrawal or an order is part of a fraud, whichever it is, so that the exchange can"
                        + " challenge, limit, hold, review or block it. Made on a simulated exchange: not for use on real"
                        + " people.",
                new ModelCard.TrainingData(
                        source.simulationSeed(),
                        span.toMillis() / MILLIS_PER_DAY,
                        fitted.exampleCount(),
                        TemporalSplit.fraudCount(slices.fitRows()),
                        settings.maturity().toHours(),
                        slices.calibrationRows().size(),
                        slices.evaluationRows().size()),
                new ModelCard.HoldoutMetrics(
                        evaluation.averagePrecision(),
                        evaluation.rocAuc(),
                        evaluation.recallAtHalfPercent(),
                        evaluation.recallAtOnePercent(),
                        evaluation.calibrationError(),
                        evaluation.baseRate()),
                List.of(
                        "Labels are reports by victims and verdicts of analysts: late, noisy, and some never come.",
                        "One model for all frauds: the frequent ones teach it most.",
                        learner.limitation(),
                        "The probabilities of orders use the calibration of withdrawals.",
                        "Trained where everything was let through; where much is blocked, labels are missing."),
                fitted.model().getProvenance().toString());
    }

    private ModelCardFactory() {}
}
