package firedrill.scoring.training;

import java.time.Duration;
import java.util.List;

/**
 * Point-in-time training set: the orders and withdrawals before a cut-off, with the reports that had arrived by then.
 *
 * @param rows in time order; every withdrawal, and a sample of the orders that does not depend on their labels, so that
 *     no prior correction is needed
 * @param fromMillis time of the first row
 * @param cutoffMillis as-of time of the set
 */
public record TrainingSet(List<TrainingRow> rows, long fromMillis, long cutoffMillis) {

    public TrainingSet {
        rows = List.copyOf(rows);
        if (fromMillis >= cutoffMillis) {
            throw new IllegalArgumentException(
                    "fromMillis " + fromMillis + " must be before cutoffMillis " + cutoffMillis);
        }
    }

    /** Time from the first row to the cut-off. */
    public Duration span() {
        return Duration.ofMillis(cutoffMillis - fromMillis);
    }

    /** The rows from {@code sinceMillis} on, of any age. */
    List<TrainingRow> rowsSince(long sinceMillis) {
        return rows.stream().filter(row -> row.timeMillis() >= sinceMillis).toList();
    }

    /** All rows older than {@code maturity} at the cut-off, labelled with the reports that had arrived. */
    public List<LabelledRow> maturedRows(Duration maturity) {
        return labelledRows(fromMillis, cutoffMillis, maturity);
    }

    /**
     * The rows from {@code sinceMillis} on that are older than {@code maturity} at {@code asOfMillis}, labelled with
     * the reports that had arrived by then.
     *
     * @param maturity age from which a row without a report counts as honest
     */
    List<LabelledRow> labelledRows(long sinceMillis, long asOfMillis, Duration maturity) {
        if (asOfMillis > cutoffMillis) {
            throw new IllegalArgumentException(
                    "the as-of time " + asOfMillis + " is after the cut-off " + cutoffMillis);
        }
        long youngest = asOfMillis - maturity.toMillis();
        return rows.stream()
                .filter(row -> row.timeMillis() >= sinceMillis && row.timeMillis() < youngest)
                .map(row -> new LabelledRow(row.order(), row.features(), row.isFraudAsOf(asOfMillis)))
                .toList();
    }
}
