package firedrill.ingest.attack;

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
final class Bandit {

    private final double[] habit;
    private final double[] probability;
    private final double[] tries;
    private final double[] successes;

    /** Choices made with these probabilities until something is learned; they sum to 1. */
    Bandit(double... habit) {
        this.habit = habit.clone();
        probability = new double[habit.length];
        tries = new double[habit.length];
        successes = new double[habit.length];
        weigh();
    }

    /** The choice that {@code uniform}, in (0, 1), picks. */
    int choose(double uniform) {
        double rest = uniform;
        for (int arm = 0; arm < probability.length - 1; arm++) {
            rest -= probability[arm];
            if (rest < 0) {
                return arm;
            }
        }
        return probability.length - 1;
    }

    /** How likely a choice is to be made. */
    double probability(int arm) {
        return probability[arm];
    }

    /** One attempt with this choice brought this share of what it was meant to bring, in [0, 1]. */
    void learn(int arm, double share) {
        tries[arm]++;
        successes[arm] += share;
    }

    /** Thinks about what was learned, and begins to forget it. */
    void ponder() {
        weigh();
        for (int arm = 0; arm < habit.length; arm++) {
            tries[arm] *= Assumptions.REMEMBERED;
            successes[arm] *= Assumptions.REMEMBERED;
        }
    }

    private void weigh() {
        double mean = mean();
        double sum = 0;
        for (int arm = 0; arm < habit.length; arm++) {
            double lead = (successes[arm] + Assumptions.DOUBT * mean) / (tries[arm] + Assumptions.DOUBT) - mean;
            probability[arm] = habit[arm] * StrictMath.exp(Assumptions.EAGERNESS * lead);
            sum += probability[arm];
        }
        for (int arm = 0; arm < habit.length; arm++) {
            probability[arm] = (1 - Assumptions.PROBE) * probability[arm] / sum + Assumptions.PROBE / habit.length;
        }
    }

    private double mean() {
        double allTries = 0;
        double allSuccesses = 0;
        for (int arm = 0; arm < habit.length; arm++) {
            allTries += tries[arm];
            allSuccesses += successes[arm];
        }
        return allTries == 0 ? 1 : allSuccesses / allTries;
    }
}
