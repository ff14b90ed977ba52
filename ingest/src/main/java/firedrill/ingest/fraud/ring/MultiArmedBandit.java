package firedrill.ingest.fraud.ring;

import firedrill.ingest.fraud.parameters.LearningParameters;

/**
 * Multi-armed bandit with exponential weights over a prior mix and discounted rewards.
 *
 * <p>The weight of an arm depends on its mean reward relative to the overall mean. Equal success of all arms therefore
 * keeps the prior, and the exploration rate keeps every arm alive. Only the ring's own outcomes are observed.
 *
 * <p>Source: P. Auer et al., "The nonstochastic multiarmed bandit problem", SIAM J. Computing 32 (2002), with discounted
 * rewards.
 */
final class MultiArmedBandit {

    private final LearningParameters parameters;
    private final double[] prior;
    private final double[] probabilities;
    private final double[] trials;
    private final double[] rewards;

    /** A bandit without observations, with one weight per arm. */
    MultiArmedBandit(LearningParameters parameters, double... prior) {
        this.parameters = parameters;
        this.prior = prior.clone();
        probabilities = new double[prior.length];
        trials = new double[prior.length];
        rewards = new double[prior.length];
        computeProbabilities();
    }

    /** The arm that {@code uniform}, in (0, 1), selects. */
    int choose(double uniform) {
        return Math.min(Categorical.index(uniform, probabilities), probabilities.length - 1);
    }

    /** Current probability of an arm. */
    double probability(int arm) {
        return probabilities[arm];
    }

    /** Records the reward of one attempt, in [0, 1]; it takes effect at the next update. */
    void observe(int arm, double reward) {
        trials[arm]++;
        rewards[arm] += reward;
    }

    /** Recomputes the probabilities, then discounts past rewards. */
    void updateWeights() {
        computeProbabilities();
        for (int arm = 0; arm < prior.length; arm++) {
            trials[arm] *= parameters.rewardDiscount();
            rewards[arm] *= parameters.rewardDiscount();
        }
    }

    private void computeProbabilities() {
        double mean = meanReward();
        double pseudoCount = parameters.pseudoCount();
        double sum = 0;
        for (int arm = 0; arm < prior.length; arm++) {
            double advantage = (rewards[arm] + pseudoCount * mean) / (trials[arm] + pseudoCount) - mean;
            probabilities[arm] = prior[arm] * StrictMath.exp(parameters.learningRate() * advantage);
            sum += probabilities[arm];
        }
        double exploration = parameters.explorationRate();
        for (int arm = 0; arm < prior.length; arm++) {
            probabilities[arm] = (1 - exploration) * probabilities[arm] / sum + exploration / prior.length;
        }
    }

    private double meanReward() {
        double allTrials = 0;
        double allRewards = 0;
        for (int arm = 0; arm < prior.length; arm++) {
            allTrials += trials[arm];
            allRewards += rewards[arm];
        }
        return allTrials == 0 ? 1 : allRewards / allTrials;
    }
}
