package firedrill.scoring.evaluation;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.scoring.evaluation.EvaluationReport.PolicySavings;
import firedrill.scoring.policy.Policy;
import firedrill.scoring.policy.Policy.ExpectedLoss;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the policy costs with a model's probabilities, against treating everybody alike.
 *
 * <p>Savings are one less the policy's cost over that of the best trivial policy, as A. C. Bahnsen et al., "Cost sensitive
 * credit card fraud detection using Bayes minimum risk", ICMLA 2013, define them; 0 is no better than the best of the
 * trivial ones, 1 is free. Each event is priced by itself with the policy's own assumptions: what users and thieves do
 * next is the ledger's business.
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
     * Adds one event; an order can be let through, challenged or refused.
     *
     * @param features shape {@code [Feature.COUNT]}
     * @param probability what the model said
     * @param fraud what it was
     */
    public void add(DecisionRequest event, double[] features, double probability, boolean fraud) {
        ExpectedLoss stake = policy.expectedLoss(event, features);
        double truth = fraud ? 1 : 0;
        policyUsd += policy.costUsd(policy.chooseAction(probability, stake), truth, stake);
        for (Map.Entry<Action, Double> all : costBySingleAction.entrySet()) {
            all.setValue(all.getValue() + policy.costUsd(all.getKey(), truth, stake));
        }
        frauds += fraud ? 1 : 0;
    }

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
