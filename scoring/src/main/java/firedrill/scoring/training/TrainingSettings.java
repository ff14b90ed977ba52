package firedrill.scoring.training;

import java.time.Duration;

/**
 * Split of a training set by time; the hyperparameters of a learner are its {@link LearnerSettings}.
 *
 * @param seed seed of the learner's shuffles
 * @param maturity label maturity: younger rows are not used, because their reports may not have arrived
 * @param fitShare share of the usable time for the fit; the usable time is what remains of the set's span when each of
 *     the three parts has waited for its reports
 * @param calibrateShare share of the usable time for the calibration; the rest is for the evaluation
 */
public record TrainingSettings(long seed, Duration maturity, double fitShare, double calibrateShare) {

    public static final TrainingSettings DEFAULT = new TrainingSettings(1, Duration.ofDays(3), 0.6, 0.2);

    public TrainingSettings {
        if (maturity.isNegative() || !(fitShare > 0 && calibrateShare > 0 && fitShare + calibrateShare < 1)) {
            throw new IllegalArgumentException(
                    "fitShare and calibrateShare must be positive with a sum below 1, and maturity not negative, were "
                            + fitShare + ", " + calibrateShare + " and " + maturity);
        }
    }
}
