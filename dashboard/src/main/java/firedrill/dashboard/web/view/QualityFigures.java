package firedrill.dashboard.web.view;

import firedrill.dashboard.ledger.Bill;
import org.jspecify.annotations.Nullable;

/**
 * Quality of the decisions against ground truth; positive means stopped. Precision, recall and the four counts are of
 * withdrawals, each for itself.
 *
 * @param thefts attacks on one account, each counted once with its retries
 * @param precision stopped frauds among all stopped, in [0, 1]; null while nothing was stopped
 * @param recall stopped frauds among all frauds, in [0, 1]; null while there was no fraud
 * @param falsePositiveRate stopped honest requests among all honest requests, in [0, 1]
 */
public record QualityFigures(
        @Nullable Double precision,
        @Nullable Double recall,
        @Nullable Double falsePositiveRate,
        long truePositives,
        long falsePositives,
        long falseNegatives,
        long trueNegatives,
        Bill.TheftFigures thefts) {

    static QualityFigures of(Bill bill) {
        var quality = bill.quality();
        return new QualityFigures(
                quality.precision(),
                quality.recall().trueValue(),
                quality.falsePositiveRate(),
                quality.truePositives(),
                quality.falsePositives(),
                quality.falseNegatives(),
                quality.trueNegatives(),
                quality.thefts());
    }
}
