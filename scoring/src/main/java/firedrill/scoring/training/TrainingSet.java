package firedrill.scoring.training;

import java.time.Duration;
import java.util.List;

/**
 * What was known at one moment, the cut-off: the orders and withdrawals before it, and the reports that had arrived.
 *
 * @param rows in the order in which they happened; every withdrawal, and a sample of the orders that does not depend on
 *     their labels, so that no prior needs correcting
 * @param fromMillis when the first of them happened
 * @param cutoffMillis nothing after it is known
 */
public record TrainingSet(List<TrainingRow> rows, long fromMillis, long cutoffMillis) {

    public TrainingSet {
        rows = List.copyOf(rows);
        if (fromMillis >= cutoffMillis) {
            throw new IllegalArgumentException(
                    "fromMillis " + fromMillis + " must be before cutoffMillis " + cutoffMillis);
        }
    }

    /** From the first row to the cut-off. */
    public Duration span() {
        return Duration.ofMillis(cutoffMillis - fromMillis);
    }

    /** The rows from {@code sinceMillis} on, however young. */
    List<TrainingRow> rowsSince(long sinceMillis) {
        return rows.stream().filter(row -> row.timeMillis() >= sinceMillis).toList();
    }

    /** All rows whose reports had time to arrive by the cut-off, labelled with those that did. */
    public List<LabelledRow> maturedRows(Duration maturity) {
        return labelledRows(fromMillis, cutoffMillis, maturity);
    }

    /**
     * The rows from {@code sinceMillis} on whose reports had time to arrive by {@code asOfMillis}, labelled with those that
     * did.
     *
     * @param maturity how old a row must be before its missing report means anything
     */
    List<LabelledRow> labelledRows(long sinceMillis, long asOfMillis, Duration maturity) {
        if (asOfMillis > cutoffMillis) {
            throw new IllegalArgumentException("nothing is known at " + asOfMillis + ", after " + cutoffMillis);
        }
        long youngest = asOfMillis - maturity.toMillis();
        return rows.stream()
                .filter(row -> row.timeMillis() >= sinceMillis && row.timeMillis() < youngest)
                .map(row -> new LabelledRow(row.order(), row.features(), row.isFraudAsOf(asOfMillis)))
                .toList();
    }
}
