package firedrill.scoring.training;

import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.CompiledLinear;
import firedrill.scoring.model.Scorer;
import firedrill.scoring.model.Standardiser;
import java.util.List;
import java.util.Locale;
import org.tribuo.classification.sgd.linear.LinearSGDModel;

/** A way to learn from labelled rows; the same rows and seed give the same scores. */
public enum Learner {

    /** A logistic regression over all features, each on its catalogue scale and standardised. */
    LOGISTIC {
        @Override
        Scorer fit(List<LabelledRow> rows, double logOddsShift, long seed) {
            Standardiser standardiser = Standardiser.fitted(
                    rows.stream().map(row -> row.features().toArray()).toList());
            LinearSGDModel model = LinearFit.fit(
                    rows, standardiser, new TrainingSource("a table", seed), TrainingSettings.DEFAULT.withSeed(seed));
            return CompiledLinear.of(model, standardiser, new Calibration(1, logOddsShift), "");
        }
    };

    /**
     * Learns from {@code set}.
     *
     * @throws UntrainableException if it lacks frauds or honest rows
     */
    public Scorer fit(LearningSet set, long seed) throws UntrainableException {
        if (set.addedFrauds() == 0 || set.addedFrauds() == set.added()) {
            throw new UntrainableException("of " + set.added() + " rows to learn from, " + set.addedFrauds()
                    + " are fraud, and there must be some of both kinds");
        }
        return fit(set.rows(), set.logOddsShift(), seed);
    }

    /** Its name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract Scorer fit(List<LabelledRow> rows, double logOddsShift, long seed);
}
