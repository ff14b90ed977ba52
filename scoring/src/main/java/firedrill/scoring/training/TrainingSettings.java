package firedrill.scoring.training;

import java.time.Duration;

/**
 * How a model is trained.
 *
 * @param seed of the trainer's shuffles
 * @param maturity a row younger than this is not used: its report may be on its way
 * @param fitShare of the span, at whose end the model is fitted to what was known then
 * @param calibrateShare of the span, at whose end the probabilities are fitted to what happened since the first fit; what
 *     happens after it is for the evaluation
 * @param epochs how often each row is seen
 * @param learningRate of AdaGrad, at the start
 * @param fraudWeight how many honest rows a fraudulent one weighs; calibration takes it out of the probabilities again
 */
public record TrainingSettings(
        long seed,
        Duration maturity,
        double fitShare,
        double calibrateShare,
        int epochs,
        double learningRate,
        double fraudWeight) {

    public static final TrainingSettings DEFAULT = new TrainingSettings(1, Duration.ofDays(3), 0.5, 0.75, 10, 0.1, 10);

    public TrainingSettings {
        if (maturity.isNegative() || !(fitShare > 0 && fitShare < calibrateShare && calibrateShare < 1)) {
            throw new IllegalArgumentException(
                    "shares of the span must rise within (0, 1), and maturity not be negative," + " were " + fitShare
                            + ", " + calibrateShare + " and " + maturity);
        }
        if (epochs < 1 || !(learningRate > 0) || !(fraudWeight > 0)) {
            throw new IllegalArgumentException("epochs, learningRate and fraudWeight must be positive, were " + epochs
                    + ", " + learningRate + " and " + fraudWeight);
        }
    }

    public TrainingSettings withSeed(long other) {
        return new TrainingSettings(other, maturity, fitShare, calibrateShare, epochs, learningRate, fraudWeight);
    }
}
