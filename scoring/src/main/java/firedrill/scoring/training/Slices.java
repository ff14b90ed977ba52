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
record Slices(
        List<LabelledRow> toFit, List<LabelledRow> toCalibrate, List<LabelledRow> toEvaluate, long fitAsOfMillis) {

    /** To fit, to calibrate, to evaluate. */
    private static final int LOOKS = 3;

    static Slices of(TrainingSet set, TrainingSettings settings) throws UntrainableException {
        Duration maturity = settings.maturity();
        Duration usable = set.span().minus(maturity.multipliedBy(LOOKS));
        if (usable.isNegative() || usable.isZero()) {
            throw new UntrainableException("the reports of each of " + LOOKS + " times need " + maturity.toHours()
                    + " h to arrive, and all there is are " + set.span().toHours() + " h; simulate longer");
        }
        long fitAsOf = set.fromMillis() + share(usable, settings.fitShare()) + maturity.toMillis();
        long calibrateAsOf = fitAsOf + share(usable, settings.calibrateShare()) + maturity.toMillis();
        Slices slices = new Slices(
                set.slice(set.fromMillis(), fitAsOf, maturity),
                set.slice(fitAsOf, calibrateAsOf, maturity),
                set.slice(calibrateAsOf, set.cutoffMillis(), maturity),
                fitAsOf);
        requireBothKinds(slices.toFit, "the time to learn from");
        requireBothKinds(slices.toCalibrate, "the time set aside for calibration");
        requireBothKinds(slices.toEvaluate, "the time set aside for evaluation");
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

    static long frauds(List<LabelledRow> rows) {
        return rows.stream().filter(LabelledRow::fraud).count();
    }

    private static void requireBothKinds(List<LabelledRow> rows, String when) throws UntrainableException {
        List<LabelledRow> withdrawals = withdrawals(rows);
        long frauds = frauds(withdrawals);
        if (frauds == 0 || frauds == withdrawals.size()) {
            throw new UntrainableException(when + " has " + withdrawals.size() + " withdrawals of which " + frauds
                    + " were reported as fraud; simulate longer, or more users");
        }
    }
}
