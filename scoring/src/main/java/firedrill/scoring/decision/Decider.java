package firedrill.scoring.decision;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.DecisionRequest;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.model.ScoringModel;
import firedrill.scoring.policy.Policy;
import firedrill.scoring.registry.ModelRole;
import firedrill.scoring.rule.Rule;
import firedrill.scoring.rule.RuleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From a feature vector to a decision. The model's probability and the matching rules are always computed; then the
 * policy or, in rules mode and without budget, the strictest matching rule chooses the action.
 *
 * <p>Not thread-safe: it reuses one array for contributions.
 */
public final class Decider {

    /** Commentary on Regulation B, 12 CFR 1002.9(b)(2): more than four reasons are not likely to help. */
    private static final int MAX_REASONS = 4;

    private static final Feature[] CATALOGUE = Feature.values();

    private final ScoringModel model;
    private final RuleSet ruleSet;
    private final List<Rule> rules;
    private final Policy policy;
    private final ArtifactVersions versions;
    private final double[] contributions = new double[Feature.COUNT];

    public Decider(ScoringModel model, RuleSet ruleSet, Policy policy) {
        this(model, ModelRole.CHAMPION, ruleSet, policy);
    }

    private Decider(ScoringModel model, ModelRole role, RuleSet ruleSet, Policy policy) {
        this.model = model;
        this.ruleSet = ruleSet;
        this.rules = ruleSet.rules();
        this.policy = policy;
        this.versions = new ArtifactVersions(model.hash(), Feature.FINGERPRINT, ruleSet.hash(), policy.hash(), role);
    }

    /** The same rules and policy with another model. */
    public Decider withModel(ScoringModel other) {
        return new Decider(other, versions.role(), ruleSet, policy);
    }

    /** The same decider, whose decisions carry that role. */
    public Decider withRole(ModelRole role) {
        return new Decider(model, role, ruleSet, policy);
    }

    /** Hash of its model. */
    public String modelHash() {
        return versions.modelHash();
    }

    /**
     * The score of its model on an event that another model decided, from the vector that decided. This decider's
     * policy evaluates both probabilities.
     */
    public ShadowScore shadowScore(DecisionRequest event, Decision decision) {
        double[] features = decision.features().toArray();
        double probability = model.probability(features);
        Answer primaryAnswer = policy.answer(event, decision.probability(), features);
        Answer challengerAnswer = policy.answer(event, probability, features);
        return ShadowScore.of(
                event,
                new ShadowScore.ModelResult(
                        decision.versions().modelHash(), decision.probability(), primaryAnswer.action()),
                new ShadowScore.ModelResult(modelHash(), probability, challengerAnswer.action()),
                ShadowScore.releasedCents(challengerAnswer, event) - ShadowScore.releasedCents(primaryAnswer, event));
    }

    /**
     * The decision on {@code event}.
     *
     * @param features the event's vector, shape {@code [Feature.COUNT]}; copied
     * @param control mode in force
     * @param budgetSpent whether the latency budget is used up: the rules decide
     * @param timing wall time spent so far; {@link StageTimings#NONE} without a wall clock
     */
    public Decision decide(
            DecisionRequest event, double[] features, ControlState control, boolean budgetSpent, StageTimings timing) {
        double probability = model.probability(features);
        List<Rule> hit = matchingRules(ruleSet.matchMask(features));
        DecidedBy decidedBy = decidedBy(control.mode(), budgetSpent);
        boolean byModel = decidedBy == DecidedBy.MODEL;
        Answer answer = byModel
                ? policy.answer(event, probability, features)
                : policy.answerByRule(event, strictestAction(hit), features);
        return new Decision(
                answer,
                event.userId(),
                event.timeMillis(),
                probability,
                decidedBy,
                control.mode(),
                control.version(),
                reasons(answer.action(), byModel, features, hit),
                hit.isEmpty() ? List.of() : hit.stream().map(Rule::name).toList(),
                versions,
                FeatureVector.of(features),
                timing);
    }

    private static DecidedBy decidedBy(Mode mode, boolean budgetSpent) {
        if (mode == Mode.RULES) {
            return DecidedBy.RULES_IN_MODE;
        }
        return budgetSpent ? DecidedBy.RULES_AT_DEADLINE : DecidedBy.MODEL;
    }

    private List<Rule> matchingRules(long matches) {
        if (matches == 0) {
            return List.of();
        }
        List<Rule> hit = new ArrayList<>(Long.bitCount(matches));
        for (long left = matches; left != 0; left &= left - 1) {
            hit.add(rules.get(Long.numberOfTrailingZeros(left)));
        }
        return hit;
    }

    private static Action strictestAction(List<Rule> hit) {
        Action strictest = Action.ALLOW;
        for (Rule rule : hit) {
            if (rule.action().compareTo(strictest) > 0) {
                strictest = rule.action();
            }
        }
        return strictest;
    }

    private List<String> reasons(Action action, boolean byModel, double[] features, List<Rule> hit) {
        if (!action.isFriction()) {
            return List.of();
        }
        if (byModel) {
            return strongestReasons(features);
        }
        return hit.stream()
                .sorted(Comparator.comparing(Rule::action).reversed())
                .map(Rule::because)
                .toList();
    }

    /** Phrases of the features with the largest positive contributions; that of the amount, if there are none. */
    private List<String> strongestReasons(double[] features) {
        model.explain(features, contributions);
        List<String> reasons = new ArrayList<>(MAX_REASONS);
        while (reasons.size() < MAX_REASONS) {
            int top = 0;
            for (int i = 1; i < contributions.length; i++) {
                top = contributions[i] > contributions[top] ? i : top;
            }
            if (!(contributions[top] > 0)) {
                break;
            }
            reasons.add(ReasonPhrases.of(CATALOGUE[top], features));
            contributions[top] = 0;
        }
        return reasons.isEmpty() ? List.of(ReasonPhrases.of(Feature.AMOUNT_USD, features)) : reasons;
    }
}
