package firedrill.scoring.training;

import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.evaluation.ClassificationMetrics;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.artifact.ArtifactContents;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.model.artifact.ModelArtifact;
import firedrill.scoring.model.artifact.ModelRefusedException;
import firedrill.scoring.model.compile.Scorer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Trains a model point in time: fitted to what was known at one time, calibrated on later rows, evaluated on still
 * later rows.
 *
 * <p>The calibration and the reference distribution are those of withdrawals, which carry the losses.
 */
public final class ModelTrainer {

    private static final int STEPS = 4;
    private static final int REFERENCE_BINS = 10;
    private static final int GOLDEN_INPUTS = 24;

    private final Learner learner;
    private final TrainingSettings settings;
    private final ProgressListener progress;

    /** A trainer that reports its steps to {@code progress}. */
    public ModelTrainer(Learner learner, TrainingSettings settings, ProgressListener progress) {
        this.learner = learner;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Trains on {@code set}; the scores of its rows after the fit are the reference distribution for drift.
     *
     * @throws UntrainableException if a part of the split lacks a class
     */
    public TrainingResult train(TrainingSet set, TrainingSource source) throws UntrainableException {
        TemporalSplit split = TemporalSplit.of(set, settings);
        return train(set, split, set.rowsSince(split.fitAsOfMillis()), source);
    }

    /**
     * Trains on {@code set}; the scores of {@code referenceRows} are the reference distribution for drift.
     *
     * @param referenceRows rows that are not in {@code set}; their labels are not used
     * @throws UntrainableException if a part of the split lacks a class
     */
    public TrainingResult train(TrainingSet set, List<TrainingRow> referenceRows, TrainingSource source)
            throws UntrainableException {
        return train(set, TemporalSplit.of(set, settings), referenceRows, source);
    }

    private TrainingResult train(
            TrainingSet set, TemporalSplit split, List<TrainingRow> referenceRows, TrainingSource source)
            throws UntrainableException {
        step(1, "fit to " + split.fitRows().size() + " rows");
        FittedModel fitted = learner.fit(split.fitRows(), source, settings.seed());

        step(2, "calibrate on " + split.calibrationRows().size() + " rows");
        Calibration calibration =
                calibration(fitted.scorer(Calibration.IDENTITY), TemporalSplit.withdrawals(split.calibrationRows()));

        step(3, "evaluate on " + split.evaluationRows().size() + " rows");
        Scorer scorer = fitted.scorer(calibration);
        ClassificationMetrics withdrawals = evaluation(scorer, TemporalSplit.withdrawals(split.evaluationRows()));
        List<LabelledRow> orders = TemporalSplit.orders(split.evaluationRows());

        step(4, "package and verify");
        ModelArtifact artifact = ModelArtifact.pack(new ArtifactContents(
                fitted.model(),
                fitted.standardiser(),
                calibration,
                reference(scorer, referenceRows),
                golden(scorer, split.evaluationRows()),
                ModelCardFactory.create(learner, source, settings, set.span(), split, withdrawals, fitted)));
        return new TrainingResult(
                artifact,
                open(artifact),
                withdrawals,
                orders.isEmpty() ? Optional.empty() : Optional.of(evaluation(scorer, orders)));
    }

    private void step(int number, String description) {
        progress.stepStarted("%d/%d %s".formatted(number, STEPS, description));
    }

    private static Calibration calibration(Scorer uncalibrated, List<LabelledRow> rows) throws UntrainableException {
        return PlattScaling.fit(
                rows.stream()
                        .mapToDouble(row -> uncalibrated.logit(row.features().toArray()))
                        .toArray(),
                frauds(rows));
    }

    private static ClassificationMetrics evaluation(Scorer scorer, List<LabelledRow> rows) {
        return ClassificationMetrics.of(
                rows.stream()
                        .mapToDouble(row -> scorer.probability(row.features().toArray()))
                        .toArray(),
                frauds(rows));
    }

    private static ReferenceDistribution reference(Scorer scorer, List<TrainingRow> referenceRows) {
        return ReferenceDistribution.of(
                referenceRows.stream()
                        .filter(row -> !row.order())
                        .mapToDouble(row -> scorer.probability(row.features().toArray()))
                        .toArray(),
                REFERENCE_BINS);
    }

    /** Inputs at evenly spaced ranks from the lowest score to the highest. */
    private static List<FeatureVector> golden(Scorer scorer, List<LabelledRow> rows) {
        List<FeatureVector> ranked = rows.stream()
                .map(LabelledRow::features)
                .sorted(Comparator.comparingDouble(features -> scorer.logit(features.toArray())))
                .toList();
        return IntStream.range(0, GOLDEN_INPUTS)
                .mapToObj(i -> ranked.get((int) ((long) i * (ranked.size() - 1) / (GOLDEN_INPUTS - 1))))
                .toList();
    }

    private static LoadedModel open(ModelArtifact artifact) {
        try {
            return artifact.open();
        } catch (ModelRefusedException e) {
            throw new IllegalStateException("the new model was refused: " + e.getMessage(), e);
        }
    }

    private static boolean[] frauds(List<LabelledRow> rows) {
        boolean[] frauds = new boolean[rows.size()];
        for (int i = 0; i < frauds.length; i++) {
            frauds[i] = rows.get(i).fraud();
        }
        return frauds;
    }
}
