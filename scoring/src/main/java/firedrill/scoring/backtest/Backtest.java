package firedrill.scoring.backtest;

import firedrill.scoring.backtest.BacktestReport.TestPeriod;
import firedrill.scoring.backtest.BacktestReport.TrainingPeriod;
import firedrill.scoring.backtest.table.InvalidDataException;
import firedrill.scoring.backtest.table.Transaction;
import firedrill.scoring.backtest.table.TransactionFile;
import firedrill.scoring.evaluation.CardPrecision;
import firedrill.scoring.evaluation.ClassificationMetrics;
import firedrill.scoring.evaluation.DailyScores;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureFold;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.compile.Scorer;
import firedrill.scoring.training.LabelledRow;
import firedrill.scoring.training.Learner;
import firedrill.scoring.training.ProgressListener;
import firedrill.scoring.training.TrainingSample;
import firedrill.scoring.training.TrainingSource;
import firedrill.scoring.training.UntrainableException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Backtest on an external table, in one pass: features by the feature fold, a model trained on some days and tested on
 * later ones.
 *
 * <p>Rows before the training period update the features only. No label is used before it has arrived. The model is
 * fitted when the test begins. Users known to be compromised before a test day are excluded from it, as in the Fraud
 * Detection Handbook, chapter 3. Memory holds one state per user and counterparty, a bounded sample of training rows,
 * and a few numbers per tested row.
 */
public final class Backtest {

    private static final int ROWS_PER_REPORT = 4096;

    private final BacktestPlan plan;
    private final Learner learner;
    private final long seed;
    private final ScoreSink sink;
    private final ProgressListener listener;
    private final TransactionAdapter adapter;
    private final TransactionFile file;
    private final LabelDelayQueue labels;
    private final FeatureFold fold = new FeatureFold();
    private final DailyScores scored = new DailyScores();
    private final Set<Long> users = new HashSet<>();
    private final DelayedFraudRates fraudRates;
    private final FeatureSchema schema;
    private TrainingSample trainingSample;
    private @Nullable Scorer scorer;
    private @Nullable TrainingPeriod trainingPeriod;
    private long excludedRows;
    private long lastDay = Long.MIN_VALUE;

    private Backtest(
            TransactionFile file,
            BacktestPlan plan,
            Learner learner,
            long seed,
            ScoreSink sink,
            ProgressListener listener) {
        this.file = file;
        this.plan = plan;
        this.learner = learner;
        this.seed = seed;
        this.sink = sink;
        this.listener = listener;
        this.adapter = new TransactionAdapter(file.mapping());
        long delayMillis = plan.delayDays() * BacktestPlan.DAY_MILLIS;
        this.labels = new LabelDelayQueue(plan.train().from().toEpochDay() * BacktestPlan.DAY_MILLIS, delayMillis);
        this.fraudRates = new DelayedFraudRates(file.mapping(), delayMillis);
        this.schema = FeatureSchema.CATALOGUE.append(fraudRates.columns());
        this.trainingSample = new TrainingSample(schema);
    }

    /**
     * Runs the backtest over all rows of {@code file}.
     *
     * @param precisionAt values of k for card precision
     * @throws InvalidDataException if a row is invalid, or no row is in the test period
     * @throws UntrainableException if one class is missing in the training period
     */
    public static BacktestReport run(
            TransactionFile file,
            BacktestPlan plan,
            Learner learner,
            long seed,
            Collection<Integer> precisionAt,
            ScoreSink sink,
            ProgressListener listener)
            throws InvalidDataException, UntrainableException, IOException {
        Backtest backtest = new Backtest(file, plan, learner, seed, sink, listener);
        for (Optional<Transaction> row = file.next(); row.isPresent(); row = file.next()) {
            backtest.process(row.get());
        }
        return backtest.report(precisionAt);
    }

    private void process(Transaction row) throws InvalidDataException, UntrainableException, IOException {
        if (row.number() % ROWS_PER_REPORT == 0) {
            listener.rowsRead(row.number(), file.bytesRead());
        }
        long day = Math.floorDiv(row.timeMillis(), BacktestPlan.DAY_MILLIS);
        lastDay = day;
        if (day > plan.test().to().toEpochDay()) {
            return;
        }
        labels.release(row.timeMillis(), fold::applyOutcome);
        double[] features = features(row);
        if (row.fraud()) {
            labels.enqueue(row, adapter);
        }
        if (plan.train().contains(day)) {
            trainingSample.add(row.number(), new LabelledRow(false, FeatureVector.of(features), row.fraud()));
        } else if (plan.test().contains(day)) {
            test(row, day, features);
        }
    }

    /** The catalogue's features, followed by the fraud rates of the row's entities. */
    private double[] features(Transaction row) {
        double[] features = Arrays.copyOf(fold.observe(adapter.toWithdrawal(row)), schema.size());
        adapter.maskUnavailable(features);
        fraudRates.writeFeatures(row, features, Feature.COUNT);
        fraudRates.add(row);
        return features;
    }

    private void test(Transaction row, long day, double[] features)
            throws InvalidDataException, UntrainableException, IOException {
        if (labels.isKnownCompromised(row.userId(), day)) {
            excludedRows++;
            return;
        }
        double score = scorer().probability(features);
        users.add(row.userId());
        scored.add(Math.toIntExact(day), row.userId(), score, row.fraud());
        sink.accept(row.id(), score);
    }

    private Scorer scorer() throws InvalidDataException, UntrainableException {
        if (scorer == null) {
            if (trainingSample.rowsAdded() == 0) {
                throw file.invalidFile("no row is in the training period, " + plan.train());
            }
            listener.stepStarted("train on %,d rows with %,d frauds"
                    .formatted(trainingSample.rowsAdded(), trainingSample.fraudsAdded()));
            scorer = trainingSample.train(learner, new TrainingSource("external table", seed), seed);
            trainingPeriod = new TrainingPeriod(
                    plan.train().from().toString(),
                    plan.train().to().toString(),
                    trainingSample.rowsAdded(),
                    trainingSample.fraudsAdded(),
                    trainingSample.honestWeight());
            trainingSample = new TrainingSample(schema);
        }
        return scorer;
    }

    private BacktestReport report(Collection<Integer> precisionAt) throws InvalidDataException {
        if (trainingPeriod == null || scored.size() == 0) {
            throw file.invalidFile(nothingTested());
        }
        listener.stepStarted("evaluate %,d scores".formatted(scored.size()));
        ClassificationMetrics metrics = ClassificationMetrics.of(scored.scores(), scored.frauds());
        boolean hasFrauds = metrics.frauds() > 0;
        SortedMap<Integer, CardPrecision> precisions = new TreeMap<>();
        precisionAt.forEach(k -> precisions.put(k, CardPrecision.of(scored, k)));
        return new BacktestReport(
                learner.name().toLowerCase(Locale.ROOT),
                file.rowCount(),
                trainingPeriod,
                plan.delayDays(),
                new TestPeriod(
                        plan.test().from().toString(),
                        plan.test().to().toString(),
                        scored.days(),
                        scored.size(),
                        metrics.frauds(),
                        users.size(),
                        excludedRows),
                hasFrauds && metrics.frauds() < metrics.rows() ? metrics.rocAuc() : null,
                hasFrauds ? metrics.averagePrecision() : null,
                valuesByK(precisions, CardPrecision::mean),
                valuesByK(precisions, CardPrecision::ceiling));
    }

    private String nothingTested() {
        if (file.rowCount() == 0) {
            return "the table has a header and no row";
        }
        String reason = excludedRows > 0
                ? "all " + excludedRows + " rows are of users known to be compromised"
                : "the last row is of " + LocalDate.ofEpochDay(lastDay);
        return "no row is left to test in " + plan.test() + ": " + reason;
    }

    private static SortedMap<Integer, Double> valuesByK(
            SortedMap<Integer, CardPrecision> precisions, ToDoubleFunction<CardPrecision> value) {
        SortedMap<Integer, Double> values = new TreeMap<>();
        precisions.forEach((k, precision) -> values.put(k, value.applyAsDouble(precision)));
        return values;
    }
}
