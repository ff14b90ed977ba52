package firedrill.scoring.training;

import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.LoadedModel;
import firedrill.scoring.model.ModelParts;
import firedrill.scoring.model.ModelRefusedException;
import firedrill.scoring.model.PackedModel;
import firedrill.scoring.model.Scorer;
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
    private static final int GOLDEN = 24;

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
    public Trained train(TrainingSet set, TrainingSource source) throws UntrainableException {
        Slices slices = Slices.of(set, settings);
        return train(set, slices, set.since(slices.fitAsOfMillis()), source);
    }

    /**
     * Trains on {@code set}; drift is measured against the scores of {@code day}, which nothing was learned from. What a
     * scorer says needs no label.
     *
     * @throws UntrainableException if some time has too little in it
     */
    public Trained train(TrainingSet set, List<TrainingRow> day, TrainingSource source) throws UntrainableException {
        return train(set, Slices.of(set, settings), day, source);
    }

    private Trained train(TrainingSet set, Slices slices, List<TrainingRow> day, TrainingSource source)
            throws UntrainableException {
        progress.step(1, STEPS, "fit to " + slices.toFit().size() + " rows");
        Fitted fitted = learner.fit(slices.toFit(), source, settings);

        progress.step(2, STEPS, "calibrate on " + slices.toCalibrate().size() + " rows");
        Calibration calibration =
                calibration(fitted.scorer(Calibration.NONE), Slices.withdrawals(slices.toCalibrate()));

        progress.step(3, STEPS, "evaluate on " + slices.toEvaluate().size() + " rows");
        Scorer scorer = fitted.scorer(calibration);
        Evaluation withdrawals = evaluation(scorer, Slices.withdrawals(slices.toEvaluate()));
        List<LabelledRow> orders = Slices.orders(slices.toEvaluate());

        progress.step(4, STEPS, "pack, and open again");
        PackedModel packed = PackedModel.pack(new ModelParts(
                fitted.model(),
                fitted.standardiser(),
                calibration,
                reference(scorer, day),
                golden(scorer, slices.toEvaluate()),
                Cards.card(learner, source, settings, set.span(), slices, withdrawals, fitted)));
        return new Trained(
                packed,
                opened(packed),
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

    private static Evaluation evaluation(Scorer scorer, List<LabelledRow> rows) {
        return Evaluation.of(
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
        return IntStream.range(0, GOLDEN)
                .mapToObj(i -> ranked.get((int) ((long) i * (ranked.size() - 1) / (GOLDEN - 1))))
                .toList();
    }

    private static LoadedModel opened(PackedModel packed) {
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
