package firedrill.scoring.external;

import firedrill.scoring.external.TrialReport.Learned;
import firedrill.scoring.external.TrialReport.Tested;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureFold;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.model.Columns;
import firedrill.scoring.model.Scorer;
import firedrill.scoring.training.CardPrecision;
import firedrill.scoring.training.Evaluation;
import firedrill.scoring.training.LabelledRow;
import firedrill.scoring.training.Learner;
import firedrill.scoring.training.LearningSet;
import firedrill.scoring.training.ScoredRows;
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
public final class Trial {

    private static final int ROWS_PER_REPORT = 4096;

    private final TrialPlan plan;
    private final Learner learner;
    private final long seed;
    private final ScoreSink sink;
    private final TrialListener listener;
    private final OurEvents events;
    private final TransactionFile file;
    private final ArrivingLabels labels;
    private final FeatureFold fold = new FeatureFold();
    private final ScoredRows scored = new ScoredRows();
    private final Set<Long> users = new HashSet<>();
    private final KnownShares known;
    private final Columns columns;
    private LearningSet lessons;
    private @Nullable Scorer scorer;
    private @Nullable Learned learned;
    private long leftOut;
    private long lastDay = Long.MIN_VALUE;

    private Trial(
            TransactionFile file, TrialPlan plan, Learner learner, long seed, ScoreSink sink, TrialListener listener) {
        this.file = file;
        this.plan = plan;
        this.learner = learner;
        this.seed = seed;
        this.sink = sink;
        this.listener = listener;
        this.events = new OurEvents(file.mapping());
        long delayMillis = plan.delayDays() * TrialPlan.DAY_MILLIS;
        this.labels = new ArrivingLabels(plan.train().from().toEpochDay() * TrialPlan.DAY_MILLIS, delayMillis);
        this.known = new KnownShares(file.mapping(), delayMillis);
        this.columns = Columns.CATALOGUE.and(known.columns());
        this.lessons = new LearningSet(columns);
    }

    /**
     * Reads {@code file} to its end.
     *
     * @param precisionAt the k at which card precision is wanted
     * @throws BadDataException if a row does not fit, or no row lies in the days of the test
     * @throws UntrainableException if the days to learn from lack frauds or honest rows
     */
    public static TrialReport run(
            TransactionFile file,
            TrialPlan plan,
            Learner learner,
            long seed,
            Collection<Integer> precisionAt,
            ScoreSink sink,
            TrialListener listener)
            throws BadDataException, UntrainableException, IOException {
        Trial trial = new Trial(file, plan, learner, seed, sink, listener);
        for (Optional<Transaction> row = file.next(); row.isPresent(); row = file.next()) {
            trial.take(row.get());
        }
        return trial.report(precisionAt);
    }

    private void take(Transaction row) throws BadDataException, UntrainableException, IOException {
        if (row.number() % ROWS_PER_REPORT == 0) {
            listener.read(row.number(), file.bytes());
        }
        long day = Math.floorDiv(row.timeMillis(), TrialPlan.DAY_MILLIS);
        lastDay = day;
        if (day > plan.test().to().toEpochDay()) {
            return;
        }
        labels.arrive(row.timeMillis(), fold::learn);
        double[] features = features(row);
        if (row.fraud()) {
            labels.fraud(row, events);
        }
        if (plan.train().contains(day)) {
            lessons.add(row.number(), new LabelledRow(false, FeatureVector.of(features), row.fraud()));
        } else if (plan.test().contains(day)) {
            test(row, day, features);
        }
    }

    /** The catalogue's, and behind them what is known of the row's entities. */
    private double[] features(Transaction row) {
        double[] features = Arrays.copyOf(fold.observe(events.event(row)), columns.size());
        events.forget(features);
        known.tell(row, features, Feature.COUNT);
        known.add(row);
        return features;
    }

    private void test(Transaction row, long day, double[] features)
            throws BadDataException, UntrainableException, IOException {
        if (labels.isKnown(row.userId(), day)) {
            leftOut++;
            return;
        }
        double score = scorer().probability(features);
        users.add(row.userId());
        scored.add(Math.toIntExact(day), row.userId(), score, row.fraud());
        sink.take(row.id(), score);
    }

    private Scorer scorer() throws BadDataException, UntrainableException {
        if (scorer == null) {
            if (lessons.added() == 0) {
                throw file.unusable("no row lies in the days to learn from, " + plan.train());
            }
            listener.begins("learn from %,d rows with %,d frauds".formatted(lessons.added(), lessons.addedFrauds()));
            scorer = lessons.learn(learner, new TrainingSource("somebody else's table", seed), seed);
            learned = new Learned(
                    plan.train().from().toString(),
                    plan.train().to().toString(),
                    lessons.added(),
                    lessons.addedFrauds(),
                    lessons.honestOneIn());
            lessons = new LearningSet(columns);
        }
        return scorer;
    }

    private TrialReport report(Collection<Integer> precisionAt) throws BadDataException {
        if (learned == null || scored.size() == 0) {
            throw file.unusable(nothingTested());
        }
        listener.begins("measure %,d scores".formatted(scored.size()));
        Evaluation seen = Evaluation.of(scored.scores(), scored.frauds());
        boolean hasFrauds = seen.frauds() > 0;
        SortedMap<Integer, CardPrecision> found = new TreeMap<>();
        precisionAt.forEach(k -> found.put(k, CardPrecision.of(scored, k)));
        return new TrialReport(
                learner.name().toLowerCase(Locale.ROOT),
                file.rows(),
                learned,
                plan.delayDays(),
                new Tested(
                        plan.test().from().toString(),
                        plan.test().to().toString(),
                        scored.days(),
                        scored.size(),
                        seen.frauds(),
                        users.size(),
                        leftOut),
                hasFrauds && seen.frauds() < seen.rows() ? seen.rocAuc() : null,
                hasFrauds ? seen.averagePrecision() : null,
                each(found, CardPrecision::mean),
                each(found, CardPrecision::ceiling));
    }

    private String nothingTested() {
        if (file.rows() == 0) {
            return "there is a header and no row";
        }
        String why = leftOut > 0
                ? "all " + leftOut + " rows are of users known to be compromised"
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
