package firedrill.scoring.backtest;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How a model that learned from some days of a table did on later days.
 *
 * @param rows of the whole table
 * @param aucRoc chance that a fraud has a higher score than an honest row; null if one of them is missing
 * @param averagePrecision area under the precision-recall curve, by steps; null without a fraud
 * @param cardPrecisionAt by k, as {@link firedrill.scoring.evaluation.CardPrecision} defines it
 * @param cardPrecisionCeilingAt what could have been reached, by k
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
     * What was learned from.
     *
     * @param from first day, for example 2018-07-25
     * @param to last day, included
     * @param honestWeight each honest row that was learned from stands for so many; 1 if all of them were
     */
    public record TrainingPeriod(String from, String to, long rows, long frauds, int honestWeight) {}

    /**
     * What was tested.
     *
     * @param from first day
     * @param to last day, included
     * @param days of them that had a tested row
     * @param excludedRows rows of users who were known to be compromised; they are not among {@code rows}
     */
    public record TestPeriod(String from, String to, int days, long rows, long frauds, long users, long excludedRows) {}
}
