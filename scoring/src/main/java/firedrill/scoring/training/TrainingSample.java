package firedrill.scoring.training;

import firedrill.scoring.evaluation.HashSampler;
import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.compile.Scorer;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows to learn from, of which no more are kept than memory holds: each time a class is full, one in two of it is dropped,
 * by the rows' numbers alone. What a model learns from the rest is moved back to the true share of frauds.
 */
public final class TrainingSample {

    /** Some 2 to 3 kB each while Tribuo learns from them, together half of what the program may use. */
    private static final int MAX_HONEST_ROWS = 150_000;

    private static final int MAX_FRAUD_ROWS = 50_000;

    private final FeatureSchema schema;
    private final ClassSample honest;
    private final ClassSample frauds;

    /** An empty set of rows of the catalogue's features. */
    public TrainingSample() {
        this(FeatureSchema.CATALOGUE);
    }

    /** An empty set of rows of {@code columns}. */
    public TrainingSample(FeatureSchema columns) {
        this(columns, MAX_HONEST_ROWS, MAX_FRAUD_ROWS);
    }

    TrainingSample(FeatureSchema columns, int mostHonest, int mostFrauds) {
        this.schema = columns;
        honest = new ClassSample(mostHonest);
        frauds = new ClassSample(mostFrauds);
    }

    /** Adds a row; {@code number} decides whether it stays, so it must be the row's own. */
    public void add(long number, LabelledRow row) {
        (row.fraud() ? frauds : honest).add(number, row);
    }

    /** Rows that were added. */
    public long rowsAdded() {
        return honest.rowsAdded + frauds.rowsAdded;
    }

    /** Frauds among the rows that were added. */
    public long fraudsAdded() {
        return frauds.rowsAdded;
    }

    /** Each honest row that is kept stands for so many; 1 if all are kept. */
    public int honestWeight() {
        return honest.samplingInterval;
    }

    /**
     * A model of these rows; the same rows and seed give the same scores.
     *
     * @throws UntrainableException if there are no frauds, or no honest rows
     */
    public Scorer train(Learner learner, TrainingSource source, long seed) throws UntrainableException {
        if (fraudsAdded() == 0 || fraudsAdded() == rowsAdded()) {
            throw new UntrainableException("of " + rowsAdded() + " rows to learn from, " + fraudsAdded()
                    + " are fraud, and there must be some of both kinds");
        }
        return learner.fit(rows(), schema, source, TrainingSettings.DEFAULT.withSeed(seed))
                .scorer(new Calibration(1, logOddsShift()));
    }

    /** In the order in which they were added. */
    List<LabelledRow> rows() {
        List<LabelledRow> rows = new ArrayList<>();
        int nextFraud = 0;
        for (int i = 0; i < honest.rows.size(); i++) {
            while (nextFraud < frauds.rows.size() && frauds.numbers.get(nextFraud) < honest.numbers.get(i)) {
                rows.add(frauds.rows.get(nextFraud++));
            }
            rows.add(honest.rows.get(i));
        }
        rows.addAll(frauds.rows.subList(nextFraud, frauds.rows.size()));
        return rows;
    }

    /** What must be added to log-odds learned from the kept rows: frauds were thinned less than the honest. */
    double logOddsShift() {
        return StrictMath.log((double) frauds.samplingInterval / honest.samplingInterval);
    }

    private static final class ClassSample {

        private final int capacity;
        private List<Long> numbers = new ArrayList<>();
        private List<LabelledRow> rows = new ArrayList<>();
        private int samplingInterval = 1;
        private long rowsAdded;

        ClassSample(int most) {
            this.capacity = most;
        }

        void add(long number, LabelledRow row) {
            rowsAdded++;
            if (!HashSampler.isKept(number, samplingInterval)) {
                return;
            }
            numbers.add(number);
            rows.add(row);
            if (rows.size() > capacity) {
                thin();
            }
        }

        /** Whoever is kept at one in 2n was kept at one in n, so late rows are treated as early ones. */
        private void thin() {
            samplingInterval *= 2;
            List<Long> fewerNumbers = new ArrayList<>();
            List<LabelledRow> fewerRows = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (HashSampler.isKept(numbers.get(i), samplingInterval)) {
                    fewerNumbers.add(numbers.get(i));
                    fewerRows.add(rows.get(i));
                }
            }
            numbers = fewerNumbers;
            rows = fewerRows;
        }
    }
}
