package firedrill.scoring.training;

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

    static Slices of(TrainingSet set, TrainingSettings settings) throws UntrainableException {
        long fitAsOf = set.at(settings.fitShare());
        long calibrateAsOf = set.at(settings.calibrateShare());
        Slices slices = new Slices(
                set.slice(set.fromMillis(), fitAsOf, settings.maturity()),
                set.slice(fitAsOf, calibrateAsOf, settings.maturity()),
                set.slice(calibrateAsOf, set.cutoffMillis(), settings.maturity()),
                fitAsOf);
        requireBothKinds(slices.toFit, "the time to learn from");
        requireBothKinds(slices.toCalibrate, "the time set aside for calibration");
        requireBothKinds(slices.toEvaluate, "the time set aside for evaluation");
        return slices;
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
