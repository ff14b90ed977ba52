package firedrill.scoring.evaluation;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.DecisionRequest;
import firedrill.scoring.evaluation.EvaluationReport.PolicySavings;
import firedrill.scoring.policy.Policy;
import firedrill.scoring.policy.Policy.ExpectedLoss;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Cost of the policy with a model's probabilities, against the best single action for every event.
 *
 * <p>Savings are 1 - cost of the policy / cost of the best single action (A. C. Bahnsen et al., "Cost sensitive credit
 * card fraud detection using Bayes minimum risk", ICMLA 2013): 0 is no better than the best single action, 1 is free of
 * cost. Each event is priced separately with the policy's own parameters; later reactions of users and attackers are
 * not included.
 */
public final class SavingsAccumulator {

    private final Policy policy;
    private final Map<Action, Double> costBySingleAction = new EnumMap<>(Action.class);
    private double policyUsd;
    private long frauds;

    public SavingsAccumulator(Policy policy) {
        this.policy = policy;
        for (Action action : Action.values()) {
            costBySingleAction.put(action, 0.0);
        }
    }

    /**
     * Adds one event.
     *
     * @param features shape {@code [Feature.COUNT]}
     * @param probability calibrated probability by the model
     * @param fraud the true label
     */
    public void add(DecisionRequest event, double[] features, double probability, boolean fraud) {
        ExpectedLoss loss = policy.expectedLoss(event, features);
        double truth = fraud ? 1 : 0;
        policyUsd += policy.costUsd(policy.chooseAction(probability, loss), truth, loss);
        for (Map.Entry<Action, Double> all : costBySingleAction.entrySet()) {
            all.setValue(all.getValue() + policy.costUsd(all.getKey(), truth, loss));
        }
        frauds += fraud ? 1 : 0;
    }

    /**
     * The savings over all events added.
     *
     * @param orders true if the events are orders, which can be allowed, challenged or blocked only
     */
    public PolicySavings savings(boolean orders) {
        Map<Action, Double> possible = costBySingleAction.entrySet().stream()
                .filter(all -> !orders || isOrderAction(all.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, Double::sum, () -> new EnumMap<>(Action.class)));
        Map.Entry<Action, Double> best =
                possible.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
        return new PolicySavings(
                policyUsd,
                best.getKey().name(),
                best.getValue(),
                best.getValue() > 0 ? 1 - policyUsd / best.getValue() : null,
                frauds);
    }

    private static boolean isOrderAction(Action action) {
        return action == Action.ALLOW || action == Action.STEP_UP || action == Action.BLOCK;
    }
}
