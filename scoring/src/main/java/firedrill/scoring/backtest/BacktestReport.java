package firedrill.scoring.backtest;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Result of a backtest: a model trained on some days of a table and tested on later days.
 *
 * @param rows rows of the whole table
 * @param aucRoc area under the ROC curve; null if one class is missing
 * @param averagePrecision step-wise area under the precision-recall curve; null without a fraud
 * @param cardPrecisionAt card precision by k, see {@link firedrill.scoring.evaluation.CardPrecision}
 * @param cardPrecisionCeilingAt largest possible card precision by k
 */
public record BacktestReport(
        String model,
        long rows,
        TrainingPeriod train,
        int delayDays,
        TestPeriod test,
        @Nullable Double aucRoc,
        @Nullable Double averagePrecision,
        SortedMap<Integer, Double> cardPrecisionAt,
        SortedMap<Integer, Double> cardPrecisionCeilingAt) {

    /**
     * The training period.
     *
     * @param from first day, for example 2018-07-25
     * @param to last day, included
     * @param honestWeight number of honest rows that each training row represents; 1 if all were used
     */
    public record TrainingPeriod(String from, String to, long rows, long frauds, int honestWeight) {}

    /**
     * The test period.
     *
     * @param from first day
     * @param to last day, included
     * @param days number of days with a tested row
     * @param excludedRows rows of users known to be compromised, which are not part of {@code rows}
     */
    public record TestPeriod(String from, String to, int days, long rows, long frauds, long users, long excludedRows) {}
}
