package firedrill.scoring.training;

import java.time.Duration;
import java.util.List;

/**
 * A training set cut by time: what is fitted to, then what is calibrated on, then what is evaluated on.
 *
 * <p>Each slice ends a label's maturity before the moment at which it is looked at, and is labelled with the reports that
 * had arrived by then; so nothing is learned from what was not known, and no slice overlaps another.
 *
 * @param fitAsOfMillis when the fit looks; the other slices begin here
 */
record TemporalSplit(
        List<LabelledRow> fitRows,
        List<LabelledRow> calibrationRows,
        List<LabelledRow> evaluationRows,
        long fitAsOfMillis) {

    /** To fit, to calibrate, to evaluate. */
    private static final int SPLITS = 3;

    static TemporalSplit of(TrainingSet set, TrainingSettings settings) throws UntrainableException {
        Duration maturity = settings.maturity();
        Duration usable = set.span().minus(maturity.multipliedBy(SPLITS));
        if (usable.isNegative() || usable.isZero()) {
            throw new UntrainableException("the reports of each of " + SPLITS + " times need " + maturity.toHours()
                    + " h to arrive, and all there is are " + set.span().toHours() + " h; simulate longer");
        }
        long fitAsOf = set.fromMillis() + share(usable, settings.fitShare()) + maturity.toMillis();
        long calibrateAsOf = fitAsOf + share(usable, settings.calibrateShare()) + maturity.toMillis();
        TemporalSplit slices = new TemporalSplit(
                set.labelledRows(set.fromMillis(), fitAsOf, maturity),
                set.labelledRows(fitAsOf, calibrateAsOf, maturity),
                set.labelledRows(calibrateAsOf, set.cutoffMillis(), maturity),
                fitAsOf);
        requireBothKinds(slices.fitRows, "the time to learn from");
        requireBothKinds(slices.calibrationRows, "the time set aside for calibration");
        requireBothKinds(slices.evaluationRows, "the time set aside for evaluation");
        return slices;
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

    private static void requireBothKinds(List<LabelledRow> rows, String when) throws UntrainableException {
        List<LabelledRow> withdrawals = withdrawals(rows);
        long frauds = fraudCount(withdrawals);
        if (frauds == 0 || frauds == withdrawals.size()) {
            throw new UntrainableException(when + " has " + withdrawals.size() + " withdrawals of which " + frauds
                    + " were reported as fraud; simulate longer, or more users");
        }
    }
}
