package firedrill.scoring.training;

import java.time.Duration;
import java.util.List;

/**
 * A training set split by time into rows for the fit, for the calibration and for the evaluation.
 *
 * <p>Each part ends one label maturity before its as-of time and is labelled with the reports that had arrived by then.
 * So no label is used before it was known, and the parts do not overlap.
 *
 * @param fitAsOfMillis as-of time of the fit; the calibration rows begin here
 */
record TemporalSplit(
        List<LabelledRow> fitRows,
        List<LabelledRow> calibrationRows,
        List<LabelledRow> evaluationRows,
        long fitAsOfMillis) {

    private static final int SPLITS = 3;

    static TemporalSplit of(TrainingSet set, TrainingSettings settings) throws UntrainableException {
        Duration maturity = settings.maturity();
        Duration usable = set.span().minus(maturity.multipliedBy(SPLITS));
        if (usable.isNegative() || usable.isZero()) {
            throw new UntrainableException("each of " + SPLITS + " parts needs " + maturity.toHours()
                    + " h for its reports to arrive, and the set spans "
                    + set.span().toHours() + " h; simulate longer");
        }
        long fitAsOf = set.fromMillis() + share(usable, settings.fitShare()) + maturity.toMillis();
        long calibrateAsOf = fitAsOf + share(usable, settings.calibrateShare()) + maturity.toMillis();
        TemporalSplit split = new TemporalSplit(
                set.labelledRows(set.fromMillis(), fitAsOf, maturity),
                set.labelledRows(fitAsOf, calibrateAsOf, maturity),
                set.labelledRows(calibrateAsOf, set.cutoffMillis(), maturity),
                fitAsOf);
        requireBothKinds(split.fitRows, "the part for the fit");
        requireBothKinds(split.calibrationRows, "the part for calibration");
        requireBothKinds(split.evaluationRows, "the part for evaluation");
        return split;
    }

    private static long share(Duration usable, double share) {
        return Math.round(share * usable.toMillis());
    }

    static List<LabelledRow> withdrawals(List<LabelledRow> rows) {
        return rows.stream().filter(row -> !row.order()).toList();
    }

    static List<LabelledRow> orders(List<LabelledRow> rows) {
        return rows.stream().filter(LabelledRow::order).toList();
    }

    static long fraudCount(List<LabelledRow> rows) {
        return rows.stream().filter(LabelledRow::fraud).count();
    }

    private static void requireBothKinds(List<LabelledRow> rows, String part) throws UntrainableException {
        List<LabelledRow> withdrawals = withdrawals(rows);
        long frauds = fraudCount(withdrawals);
        if (frauds == 0 || frauds == withdrawals.size()) {
            throw new UntrainableException(part + " has " + withdrawals.size() + " withdrawals of which " + frauds
                    + " were reported as fraud; simulate longer, or more users");
        }
    }
}
