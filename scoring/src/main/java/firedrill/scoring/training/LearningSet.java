package firedrill.scoring.training;

import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.Columns;
import firedrill.scoring.model.Scorer;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows to learn from, of which no more are kept than memory holds: each time a class is full, one in two of it is dropped,
 * by the rows' numbers alone. What a model learns from the rest is moved back to the true share of frauds.
 */
public final class LearningSet {

    /** Some 2 to 3 kB each while Tribuo learns from them, together half of what the program may use. */
    private static final int MOST_HONEST = 150_000;

    private static final int MOST_FRAUDS = 50_000;

    private final Columns columns;
    private final Kept honest;
    private final Kept frauds;

    /** An empty set of rows of the catalogue's features. */
    public LearningSet() {
        this(Columns.CATALOGUE);
    }

    /** An empty set of rows of {@code columns}. */
    public LearningSet(Columns columns) {
        this(columns, MOST_HONEST, MOST_FRAUDS);
    }

    LearningSet(Columns columns, int mostHonest, int mostFrauds) {
        this.columns = columns;
        honest = new Kept(mostHonest);
        frauds = new Kept(mostFrauds);
    }

    /** Adds a row; {@code number} decides whether it stays, so it must be the row's own. */
    public void add(long number, LabelledRow row) {
        (row.fraud() ? frauds : honest).add(number, row);
    }

    /** Rows that were added. */
    public long added() {
        return honest.added + frauds.added;
    }

    /** Frauds among the rows that were added. */
    public long addedFrauds() {
        return frauds.added;
    }

    /** Each honest row that is kept stands for so many; 1 if all are kept. */
    public int honestOneIn() {
        return honest.oneIn;
    }

    /**
     * A model of these rows; the same rows and seed give the same scores.
     *
     * @throws UntrainableException if there are no frauds, or no honest rows
     */
    public Scorer learn(Learner learner, TrainingSource source, long seed) throws UntrainableException {
        if (addedFrauds() == 0 || addedFrauds() == added()) {
            throw new UntrainableException("of " + added() + " rows to learn from, " + addedFrauds()
                    + " are fraud, and there must be some of both kinds");
        }
        return learner.fit(rows(), columns, source, TrainingSettings.DEFAULT.withSeed(seed))
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
        return StrictMath.log((double) frauds.oneIn / honest.oneIn);
    }

    private static final class Kept {

        private final int most;
        private List<Long> numbers = new ArrayList<>();
        private List<LabelledRow> rows = new ArrayList<>();
        private int oneIn = 1;
        private long added;

        Kept(int most) {
            this.most = most;
        }

        void add(long number, LabelledRow row) {
            added++;
            if (!SampledIds.isKept(number, oneIn)) {
                return;
            }
            numbers.add(number);
            rows.add(row);
            if (rows.size() > most) {
                thin();
            }
        }

        /** Whoever is kept at one in 2n was kept at one in n, so late rows are treated as early ones. */
        private void thin() {
            oneIn *= 2;
            List<Long> fewerNumbers = new ArrayList<>();
            List<LabelledRow> fewerRows = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (SampledIds.isKept(numbers.get(i), oneIn)) {
                    fewerNumbers.add(numbers.get(i));
                    fewerRows.add(rows.get(i));
                }
            }
            numbers = fewerNumbers;
            rows = fewerRows;
        }
    }
}
