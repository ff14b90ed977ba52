package firedrill.scoring.training;

import java.time.Duration;

/**
 * How a model is trained.
 *
 * @param seed of the trainer's shuffles
 * @param maturity a row younger than this is not used: its report may be on its way
 * @param fitShare of the usable time, which is what is left when each of three times has waited for its reports: the model
 *     is fitted to the first
 * @param calibrateShare the probabilities are fitted to the second; what is left is for the evaluation
 * @param epochs how often each row is seen
 * @param learningRate of AdaGrad, at the start
 */
public record TrainingSettings(
        long seed, Duration maturity, double fitShare, double calibrateShare, int epochs, double learningRate) {

    public static final TrainingSettings DEFAULT = new TrainingSettings(1, Duration.ofDays(3), 0.6, 0.2, 20, 0.3);

    public TrainingSettings {
        if (maturity.isNegative() || !(fitShare > 0 && calibrateShare > 0 && fitShare + calibrateShare < 1)) {
            throw new IllegalArgumentException(
                    "shares of the usable time must be positive and leave some, and maturity not"
                            + " be negative, were " + fitShare + ", " + calibrateShare + " and " + maturity);
        }
        if (epochs < 1 || !(learningRate > 0)) {
            throw new IllegalArgumentException(
                    "epochs and learningRate must be positive, were " + epochs + " and " + learningRate);
        }
    }

    public TrainingSettings withSeed(long other) {
        return new TrainingSettings(other, maturity, fitShare, calibrateShare, epochs, learningRate);
    }
}
