package firedrill.scoring.training;

import firedrill.scoring.evaluation.HashSampler;
import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.compile.Scorer;
import java.util.ArrayList;
import java.util.List;

/**
 * A bounded sample of training rows. When a class is full, half of it is dropped, chosen by row number alone. The
 * calibration of the trained model corrects the log-odds for the undersampling.
 *
 * <p>{@link XgboostTrainer} undersamples once more, by position and with weights, because of the larger memory of its
 * examples. The two schemes stay apart: one rule for both would keep other rows and so give other models.
 */
public final class TrainingSample {

    /** An example takes 2 to 3 kB in Tribuo; both limits together use half of the heap of the launcher. */
    private static final int MAX_HONEST_ROWS = 150_000;

    private static final int MAX_FRAUD_ROWS = 50_000;

    private final FeatureSchema schema;
    private final ClassSample honest;
    private final ClassSample frauds;

    /** An empty sample of rows of the catalogue's features. */
    public TrainingSample() {
        this(FeatureSchema.CATALOGUE);
    }

    /** An empty sample of rows of {@code schema}. */
    public TrainingSample(FeatureSchema schema) {
        this(schema, MAX_HONEST_ROWS, MAX_FRAUD_ROWS);
    }

    TrainingSample(FeatureSchema schema, int maxHonest, int maxFrauds) {
        this.schema = schema;
        honest = new ClassSample(maxHonest);
        frauds = new ClassSample(maxFrauds);
    }

    /** Adds a row; {@code number}, unique to the row and rising, decides whether it is kept. */
    public void add(long number, LabelledRow row) {
        (row.fraud() ? frauds : honest).add(number, row);
    }

    /** Rows added, kept or not. */
    public long rowsAdded() {
        return honest.rowsAdded + frauds.rowsAdded;
    }

    /** Frauds among the rows added. */
    public long fraudsAdded() {
        return frauds.rowsAdded;
    }

    /** Number of honest rows that each kept one represents; 1 if all are kept. */
    public int honestWeight() {
        return honest.samplingInterval;
    }

    /**
     * Trains on the kept rows; the same rows and seed give the same scores.
     *
     * @throws UntrainableException if one of the two classes is missing
     */
    public Scorer train(Learner learner, TrainingSource source, long seed) throws UntrainableException {
        if (fraudsAdded() == 0 || fraudsAdded() == rowsAdded()) {
            throw new UntrainableException(
                    rowsAdded() + " training rows have " + fraudsAdded() + " frauds, and both classes are needed");
        }
        return learner.fit(rows(), schema, source, seed).scorer(new Calibration(1, logOddsShift()));
    }

    /** The kept rows, in the order in which they were added. */
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

    /**
     * Prior correction: added to log-odds fitted to the kept rows, because the classes have different sampling rates.
     */
    double logOddsShift() {
        return StrictMath.log((double) frauds.samplingInterval / honest.samplingInterval);
    }

    private static final class ClassSample {

        private final int capacity;
        private List<Long> numbers = new ArrayList<>();
        private List<LabelledRow> rows = new ArrayList<>();
        private int samplingInterval = 1;
        private long rowsAdded;

        ClassSample(int capacity) {
            this.capacity = capacity;
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

        /** A row kept at interval 2n was kept at interval n, so early and late rows have the same chance. */
        private void thin() {
            samplingInterval *= 2;
            List<Long> keptNumbers = new ArrayList<>();
            List<LabelledRow> keptRows = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (HashSampler.isKept(numbers.get(i), samplingInterval)) {
                    keptNumbers.add(numbers.get(i));
                    keptRows.add(rows.get(i));
                }
            }
            numbers = keptNumbers;
            rows = keptRows;
        }
    }
}
