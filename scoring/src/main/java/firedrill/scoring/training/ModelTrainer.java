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
 * Trains a model as it would have been trained: fitted to what was known at one moment, calibrated on what
 * became known since, evaluated on what came after that.
 *
 * <p>The calibration and the reference distribution are those of withdrawals, where the dollars are.
 */
public final class ModelTrainer {

    private static final int STEPS = 4;
    private static final int REFERENCE_BINS = 10;
    private static final int GOLDEN_INPUTS = 24;

    private final Learner learner;
    private final TrainingSettings settings;
    private final TrainingProgress progress;

    /** A trainer that tells {@code progress} what it does. */
    public ModelTrainer(Learner learner, TrainingSettings settings, TrainingProgress progress) {
        this.learner = learner;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Trains on {@code set}; its own scores since the fit are the reference for drift.
     *
     * @throws UntrainableException if some time has too little in it
     */
    public TrainingResult train(TrainingSet set, TrainingSource source) throws UntrainableException {
        TemporalSplit slices = TemporalSplit.of(set, settings);
        return train(set, slices, set.rowsSince(slices.fitAsOfMillis()), source);
    }

    /**
     * Trains on {@code set}; drift is measured against the scores of {@code day}, which nothing was learned from. What a
     * scorer says needs no label.
     *
     * @throws UntrainableException if some time has too little in it
     */
    public TrainingResult train(TrainingSet set, List<TrainingRow> day, TrainingSource source)
            throws UntrainableException {
        return train(set, TemporalSplit.of(set, settings), day, source);
    }

    private TrainingResult train(TrainingSet set, TemporalSplit slices, List<TrainingRow> day, TrainingSource source)
            throws UntrainableException {
        progress.step(1, STEPS, "fit to " + slices.fitRows().size() + " rows");
        FittedModel fitted = learner.fit(slices.fitRows(), source, settings);

        progress.step(2, STEPS, "calibrate on " + slices.calibrationRows().size() + " rows");
        Calibration calibration =
                calibration(fitted.scorer(Calibration.IDENTITY), TemporalSplit.withdrawals(slices.calibrationRows()));

        progress.step(3, STEPS, "evaluate on " + slices.evaluationRows().size() + " rows");
        Scorer scorer = fitted.scorer(calibration);
        ClassificationMetrics withdrawals = evaluation(scorer, TemporalSplit.withdrawals(slices.evaluationRows()));
        List<LabelledRow> orders = TemporalSplit.orders(slices.evaluationRows());

        progress.step(4, STEPS, "pack, and open again");
        ModelArtifact packed = ModelArtifact.pack(new ArtifactContents(
                fitted.model(),
                fitted.standardiser(),
                calibration,
                reference(scorer, day),
                golden(scorer, slices.evaluationRows()),
                ModelCardFactory.create(learner, source, settings, set.span(), slices, withdrawals, fitted)));
        return new TrainingResult(
                packed,
                open(packed),
                withdrawals,
                orders.isEmpty() ? Optional.empty() : Optional.of(evaluation(scorer, orders)));
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

    private static ReferenceDistribution reference(Scorer scorer, List<TrainingRow> day) {
        return ReferenceDistribution.of(
                day.stream()
                        .filter(row -> !row.order())
                        .mapToDouble(row -> scorer.probability(row.features().toArray()))
                        .toArray(),
                REFERENCE_BINS);
    }

    /** Inputs from the lowest score to the highest, evenly. */
    private static List<FeatureVector> golden(Scorer scorer, List<LabelledRow> rows) {
        List<FeatureVector> ranked = rows.stream()
                .map(LabelledRow::features)
                .sorted(Comparator.comparingDouble(features -> scorer.logit(features.toArray())))
                .toList();
        return IntStream.range(0, GOLDEN_INPUTS)
                .mapToObj(i -> ranked.get((int) ((long) i * (ranked.size() - 1) / (GOLDEN_INPUTS - 1))))
                .toList();
    }

    private static LoadedModel open(ModelArtifact packed) {
        try {
            return packed.open();
        } catch (ModelRefusedException broken) {
            throw new IllegalStateException("a model just packed was refused: " + broken.getMessage(), broken);
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
