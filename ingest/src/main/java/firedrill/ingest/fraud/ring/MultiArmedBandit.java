package firedrill.ingest.fraud.ring;

/**
 * One choice that a ring makes again and again, and what it has learned about it: exponential weights over a habitual mix,
 * with forgetting. It sees what share of its own attempts came through, and nothing else.
 *
 * <p>While all choices succeed alike, however often that is, the ring keeps its habits; a choice that fares worse than the
 * others is made less, but never given up.
 *
 * <p>Source of the form: P. Auer et al., "The nonstochastic multiarmed bandit problem", SIAM J. Computing 32 (2002), with
 * discounted rewards.
 */
final class MultiArmedBandit {

    private final double[] prior;
    private final double[] probabilities;
    private final double[] trials;
    private final double[] rewards;

    /** Choices made with these probabilities until something is learned; they sum to 1. */
    MultiArmedBandit(double... habit) {
        this.prior = habit.clone();
        probabilities = new double[habit.length];
        trials = new double[habit.length];
        rewards = new double[habit.length];
        computeProbabilities();
    }

    /** The choice that {@code uniform}, in (0, 1), picks. */
    int choose(double uniform) {
        double rest = uniform;
        for (int arm = 0; arm < probabilities.length - 1; arm++) {
            rest -= probabilities[arm];
            if (rest < 0) {
                return arm;
            }
        }
        return probabilities.length - 1;
    }

    /** How likely a choice is to be made. */
    double probability(int arm) {
        return probabilities[arm];
    }

    /** One attempt with this choice brought this share of what it was meant to bring, in [0, 1]. */
    void observe(int arm, double share) {
        trials[arm]++;
        rewards[arm] += share;
    }

    /** Thinks about what was learned, and begins to forget it. */
    void updateWeights() {
        computeProbabilities();
        for (int arm = 0; arm < prior.length; arm++) {
            trials[arm] *= FraudParameters.REWARD_DISCOUNT;
            rewards[arm] *= FraudParameters.REWARD_DISCOUNT;
        }
    }

    private void computeProbabilities() {
        double mean = meanReward();
        double sum = 0;
        for (int arm = 0; arm < prior.length; arm++) {
            double lead =
                    (rewards[arm] + FraudParameters.PSEUDO_COUNT * mean) / (trials[arm] + FraudParameters.PSEUDO_COUNT)
                            - mean;
            probabilities[arm] = prior[arm] * StrictMath.exp(FraudParameters.LEARNING_RATE * lead);
            sum += probabilities[arm];
        }
        for (int arm = 0; arm < prior.length; arm++) {
            probabilities[arm] = (1 - FraudParameters.EXPLORATION_RATE) * probabilities[arm] / sum
                    + FraudParameters.EXPLORATION_RATE / prior.length;
        }
    }

    private double meanReward() {
        double allTries = 0;
        double allSuccesses = 0;
        for (int arm = 0; arm < prior.length; arm++) {
            allTries += trials[arm];
            allSuccesses += rewards[arm];
        }
        return allTries == 0 ? 1 : allSuccesses / allTries;
    }
}
