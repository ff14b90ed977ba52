package firedrill.ingest.fraud.parameters;

/** How the strategy of a ring adapts to the outcomes of its own attempts. */
public record LearningParameters(
        int intervalHours,
        double explorationRate,
        double rewardDiscount,
        double pseudoCount,
        double learningRate,
        double partialSuccessReward) {}
