package firedrill.scoring.decision;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
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
 * From a feature vector to a decision: always the champion's probability and the rules that match; then the policy or,
 * where the model may not, the rules say what to do.
 *
 * <p>Not thread-safe: it keeps one array for contributions.
 */
public final class Decider {

    /** Commentary on adverse-action notices: more than four reasons explain nothing. */
    private static final int MAX_REASONS = 4;

    private static final Feature[] CATALOGUE = Feature.values();

    private final ScoringModel model;
    private final RuleSet ruleSet;
    private final List<Rule> rules;
    private final Policy policy;
    private final ArtifactVersions versions;
    private final double[] contributions = new double[Feature.COUNT];

    public Decider(ScoringModel champion, RuleSet ruleSet, Policy policy) {
        this(champion, ModelRole.CHAMPION, ruleSet, policy);
    }

    private Decider(ScoringModel champion, ModelRole role, RuleSet ruleSet, Policy policy) {
        this.model = champion;
        this.ruleSet = ruleSet;
        this.rules = ruleSet.rules();
        this.policy = policy;
        this.versions = new ArtifactVersions(champion.hash(), Feature.FINGERPRINT, ruleSet.hash(), policy.hash(), role);
    }

    /** One with the same rules and policy, and another model. */
    public Decider withModel(ScoringModel other) {
        return new Decider(other, versions.role(), ruleSet, policy);
    }

    /** One that does the same and says that it was done in that role. */
    public Decider withRole(ModelRole role) {
        return new Decider(model, role, ruleSet, policy);
    }

    /** Of its model. */
    public String modelHash() {
        return versions.modelHash();
    }

    /**
     * What its model would have made of an event that somebody else decided, from the very vector that decided; its policy
     * judges both probabilities, whoever had the last word on the event.
     */
    public ShadowScore shadowScore(DecisionRequest event, Decision made) {
        double[] features = made.features().toArray();
        double probability = model.probability(features);
        Answer theirs = policy.answer(event, made.probability(), features);
        Answer ours = policy.answer(event, probability, features);
        return ShadowScore.of(
                event,
                new ShadowScore.ModelResult(made.versions().modelHash(), made.probability(), theirs.action()),
                new ShadowScore.ModelResult(modelHash(), probability, ours.action()),
                ShadowScore.releasedCents(ours, event) - ShadowScore.releasedCents(theirs, event));
    }

    /**
     * The decision on {@code event}.
     *
     * @param features the event's vector, shape {@code [Feature.COUNT]}; copied
     * @param control who may decide
     * @param budgetSpent whether the event arrived too late for the policy: the rules decide
     * @param timing where the time went so far; {@link StageTimings#NONE} where no wall clock runs
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
        Action harshest = Action.ALLOW;
        for (Rule rule : hit) {
            if (rule.action().compareTo(harshest) > 0) {
                harshest = rule.action();
            }
        }
        return harshest;
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

    /** Phrases of the features that speak most for fraud; of the amount alone, if it is only the loss that matters. */
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
