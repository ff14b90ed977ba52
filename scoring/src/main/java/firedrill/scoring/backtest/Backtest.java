package firedrill.scoring.backtest;

import firedrill.scoring.backtest.BacktestReport.TestPeriod;
import firedrill.scoring.backtest.BacktestReport.TrainingPeriod;
import firedrill.scoring.backtest.table.InvalidDataException;
import firedrill.scoring.backtest.table.Transaction;
import firedrill.scoring.backtest.table.TransactionFile;
import firedrill.scoring.evaluation.CardPrecision;
import firedrill.scoring.evaluation.ClassificationMetrics;
import firedrill.scoring.evaluation.ScoredTransactions;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureFold;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.compile.Scorer;
import firedrill.scoring.training.LabelledRow;
import firedrill.scoring.training.Learner;
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
 * A table of somebody else's transactions, once through: features by our fold, learned from on some days, tested on later
 * ones.
 *
 * <p>Rows before the training teach the features only. A label is seen by nothing before it has arrived, the model is
 * fitted when the test begins, and whoever was known to be compromised before a day of the test is left out of that day, as
 * the Fraud Detection Handbook does in chapter 3. Memory holds one state for each user and counterparty, the rows to learn
 * from up to a limit, and a few numbers for each tested row.
 */
public final class Backtest {

    private static final int ROWS_PER_REPORT = 4096;

    private final BacktestPlan plan;
    private final Learner learner;
    private final long seed;
    private final ScoreSink sink;
    private final BacktestListener listener;
    private final TransactionAdapter events;
    private final TransactionFile file;
    private final LabelDelayQueue labels;
    private final FeatureFold fold = new FeatureFold();
    private final ScoredTransactions scored = new ScoredTransactions();
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
            BacktestListener listener) {
        this.file = file;
        this.plan = plan;
        this.learner = learner;
        this.seed = seed;
        this.sink = sink;
        this.listener = listener;
        this.events = new TransactionAdapter(file.mapping());
        long delayMillis = plan.delayDays() * BacktestPlan.DAY_MILLIS;
        this.labels = new LabelDelayQueue(plan.train().from().toEpochDay() * BacktestPlan.DAY_MILLIS, delayMillis);
        this.fraudRates = new DelayedFraudRates(file.mapping(), delayMillis);
        this.schema = FeatureSchema.CATALOGUE.append(fraudRates.columns());
        this.trainingSample = new TrainingSample(schema);
    }

    /**
     * Reads {@code file} to its end.
     *
     * @param precisionAt the k at which card precision is wanted
     * @throws InvalidDataException if a row does not fit, or no row lies in the days of the test
     * @throws UntrainableException if the days to learn from lack frauds or honest rows
     */
    public static BacktestReport run(
            TransactionFile file,
            BacktestPlan plan,
            Learner learner,
            long seed,
            Collection<Integer> precisionAt,
            ScoreSink sink,
            BacktestListener listener)
            throws InvalidDataException, UntrainableException, IOException {
        Backtest trial = new Backtest(file, plan, learner, seed, sink, listener);
        for (Optional<Transaction> row = file.next(); row.isPresent(); row = file.next()) {
            trial.process(row.get());
        }
        return trial.report(precisionAt);
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
            labels.enqueue(row, events);
        }
        if (plan.train().contains(day)) {
            trainingSample.add(row.number(), new LabelledRow(false, FeatureVector.of(features), row.fraud()));
        } else if (plan.test().contains(day)) {
            test(row, day, features);
        }
    }

    /** The catalogue's, and behind them what is known of the row's entities. */
    private double[] features(Transaction row) {
        double[] features = Arrays.copyOf(fold.observe(events.toWithdrawal(row)), schema.size());
        events.maskUnavailable(features);
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
                throw file.invalidFile("no row lies in the days to learn from, " + plan.train());
            }
            listener.stepStarted("learn from %,d rows with %,d frauds"
                    .formatted(trainingSample.rowsAdded(), trainingSample.fraudsAdded()));
            scorer = trainingSample.train(learner, new TrainingSource("somebody else's table", seed), seed);
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
        listener.stepStarted("measure %,d scores".formatted(scored.size()));
        ClassificationMetrics seen = ClassificationMetrics.of(scored.scores(), scored.frauds());
        boolean hasFrauds = seen.frauds() > 0;
        SortedMap<Integer, CardPrecision> found = new TreeMap<>();
        precisionAt.forEach(k -> found.put(k, CardPrecision.of(scored, k)));
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
                        seen.frauds(),
                        users.size(),
                        excludedRows),
                hasFrauds && seen.frauds() < seen.rows() ? seen.rocAuc() : null,
                hasFrauds ? seen.averagePrecision() : null,
                each(found, CardPrecision::mean),
                each(found, CardPrecision::ceiling));
    }

    private String nothingTested() {
        if (file.rowCount() == 0) {
            return "there is a header and no row";
        }
        String why = excludedRows > 0
                ? "all " + excludedRows + " rows are of users known to be compromised"
                : "the last row is of " + LocalDate.ofEpochDay(lastDay);
        return "no row is left to test in " + plan.test() + ": " + why;
    }

    private static SortedMap<Integer, Double> each(
            SortedMap<Integer, CardPrecision> found, ToDoubleFunction<CardPrecision> figure) {
        SortedMap<Integer, Double> figures = new TreeMap<>();
        found.forEach((k, precision) -> figures.put(k, figure.applyAsDouble(precision)));
        return figures;
    }
}
