package firedrill.scoring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.feature.SampleEvents;
import firedrill.scoring.model.ScoringModel;
import firedrill.scoring.policy.ActionEffectiveness;
import firedrill.scoring.policy.Policy;
import firedrill.scoring.rule.InvalidRuleException;
import firedrill.scoring.rule.RuleSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeciderTest {

    private static final RuleSet RULES = rules("""
            rules:
              - name: large
                when: amount_usd > 1000
                action: STEP_UP
                because: it is large
              - name: drain
                when: drain_fraction > 0.9
                action: HOLD
                because: nearly everything leaves
              - name: rapid
                when: withdrawals_1h > 5
                action: STEP_UP
                because: many in an hour
            """);

    private static final double[] FEATURES =
            vector(Map.of(Feature.AMOUNT_USD, 5_000.0, Feature.DRAIN_FRACTION, 0.96, Feature.DEVICE_AGE_MINUTES, 0.0));

    private static final ArtifactVersions VERSIONS =
            new ArtifactVersions("0123456789ab", Feature.FINGERPRINT, RULES.hash(), Policy.DEFAULT.hash());

    private static final ControlState RULES_MODE = new ControlState(9, Mode.RULES, Optional.empty());
    private static final StageTimings TIMING = new StageTimings(900, 350, 0);

    @Test
    void aLowProbabilityIsAllowedWithoutAReason() {
        assertThat(decider(0.0001).decide(SampleEvents.DRAIN, FEATURES, ControlState.START, false, TIMING))
                .isEqualTo(
                        decision(Answer.of(77, Action.ALLOW), 0.0001, DecidedBy.MODEL, ControlState.START, List.of()));
    }

    @Test
    void aHighProbabilityIsStoppedWithTheStrongestContributionsAsReasons() {
        assertThat(decider(0.9).decide(SampleEvents.DRAIN, FEATURES, ControlState.START, false, TIMING))
                .isEqualTo(decision(
                        Answer.of(77, Action.BLOCK),
                        0.9,
                        DecidedBy.MODEL,
                        ControlState.START,
                        List.of("withdraws 96 % of the balance", "device never seen before", "moves $5,000")));
    }

    @Test
    void aHoldHasTheLengthOfThePolicy() {
        ActionEffectiveness.StopRates holding = new ActionEffectiveness.StopRates(0, 1, 0);
        Policy holds = new Policy(
                0,
                0,
                0,
                Policy.DEFAULT.friction(),
                new ActionEffectiveness(holding, holding, holding, holding, 1, 1),
                new Policy.LimitTerms(1, 1, 0),
                42_000);
        assertThat(new Decider(new FixedModel(0.5, Map.of()), RULES, holds)
                        .decide(SampleEvents.DRAIN, FEATURES, ControlState.START, false, TIMING)
                        .answer())
                .isEqualTo(Answer.hold(77, 42_000));
    }

    @Test
    void inRulesModeTheHarshestRuleDecidesAndIsTheFirstReason() {
        assertThat(decider(0.0001).decide(SampleEvents.DRAIN, FEATURES, RULES_MODE, false, TIMING))
                .isEqualTo(decision(
                        Answer.hold(77, Policy.DEFAULT.holdMillis()),
                        0.0001,
                        DecidedBy.RULES_IN_MODE,
                        RULES_MODE,
                        List.of("nearly everything leaves", "it is large")));
    }

    @Test
    void withTheBudgetSpentTheRulesDecideAndAreNamed() {
        assertThat(decider(0.9).decide(SampleEvents.DRAIN, FEATURES, ControlState.START, true, TIMING))
                .isEqualTo(decision(
                        Answer.hold(77, Policy.DEFAULT.holdMillis()),
                        0.9,
                        DecidedBy.RULES_AT_DEADLINE,
                        ControlState.START,
                        List.of("nearly everything leaves", "it is large")));
    }

    @Test
    void withoutAMatchingRuleARequestIsAllowedInRulesMode() {
        Decision decision = decider(1).decide(SampleEvents.DRAIN, new double[Feature.COUNT], RULES_MODE, true, TIMING);
        assertThat(decision)
                .isEqualTo(new Decision(
                        Answer.of(77, Action.ALLOW),
                        5,
                        1_767_225_600_000L,
                        1,
                        DecidedBy.RULES_IN_MODE,
                        Mode.RULES,
                        9,
                        List.of(),
                        List.of(),
                        VERSIONS,
                        FeatureVector.of(new double[Feature.COUNT]),
                        TIMING));
    }

    @Test
    void anOperatorsPinOverrulesTheMonitor() {
        ControlState pinned = new ControlState(10, Mode.RULES, Optional.of(Mode.MODEL));
        assertThat(decider(0.0001)
                        .decide(SampleEvents.DRAIN, FEATURES, pinned, false, TIMING)
                        .decidedBy())
                .isEqualTo(DecidedBy.MODEL);
    }

    @Test
    void anAllowedRequestIsNotExplained() {
        assertThat(new Decider(new UnexplainedModel(), RULES, Policy.DEFAULT)
                        .decide(SampleEvents.DRAIN, FEATURES, ControlState.START, false, TIMING)
                        .action())
                .isEqualTo(Action.ALLOW);
    }

    @Test
    void everyStoppedRequestHasAReasonAndACustomerReason() {
        for (double probability = 0; probability <= 1; probability += 0.01) {
            for (boolean late : new boolean[] {false, true}) {
                for (ControlState control : List.of(ControlState.START, RULES_MODE)) {
                    Decision decision = new Decider(new FixedModel(probability, Map.of()), RULES, Policy.DEFAULT)
                            .decide(SampleEvents.DRAIN, FEATURES, control, late, TIMING);
                    assertThat(decision.reasons().isEmpty())
                            .isEqualTo(!decision.action().isFriction());
                    assertThat(CustomerReason.of(decision).isEmpty())
                            .isEqualTo(!decision.action().isFriction());
                }
            }
        }
    }

    @Test
    void atMostFourReasonsAreGiven() {
        Map<Feature, Double> contributions = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            contributions.put(feature, -1.0);
        }
        for (int place = 0; place <= Feature.ADDRESS_RECEIVED_USD_24H.ordinal(); place++) {
            contributions.put(Feature.values()[place], (double) place);
        }
        Decision decision = new Decider(new FixedModel(0.9, contributions), RULES, Policy.DEFAULT)
                .decide(SampleEvents.DRAIN, FEATURES, ControlState.START, false, TIMING);
        assertThat(decision.reasons())
                .containsExactly(
                        "$0 sent to the address within a day",
                        "address known for a week or more",
                        "address used by no others this week",
                        "device never seen before");
    }

    @Test
    void theAmountIsTheReasonIfOnlyTheExpectedLossStopsTheRequest() {
        Decision decision = new Decider(new FixedModel(0.9, Map.of(Feature.AMOUNT_USD, -1.0)), RULES, Policy.DEFAULT)
                .decide(SampleEvents.DRAIN, FEATURES, ControlState.START, false, TIMING);
        assertThat(decision.reasons()).containsExactly("moves $5,000");
    }

    @Test
    void theVectorOfADecisionDoesNotChangeWithTheCallersArray() {
        double[] reused = FEATURES.clone();
        Decision decision = decider(0.1).decide(SampleEvents.DRAIN, reused, ControlState.START, false, TIMING);
        reused[0] = 99;
        assertThat(decision.features()).isEqualTo(FeatureVector.of(FEATURES));
    }

    @Test
    void aDecisionTakesItsTimingLast() {
        Decision decision =
                decider(0.1).decide(SampleEvents.DRAIN, FEATURES, ControlState.START, false, StageTimings.NONE);
        assertThat(decision.withTiming(TIMING))
                .isEqualTo(decider(0.1).decide(SampleEvents.DRAIN, FEATURES, ControlState.START, false, TIMING));
    }

    private static Decision decision(
            Answer answer, double probability, DecidedBy decidedBy, ControlState control, List<String> reasons) {
        return new Decision(
                answer,
                5,
                1_767_225_600_000L,
                probability,
                decidedBy,
                control.mode(),
                control.version(),
                reasons,
                List.of("large", "drain"),
                VERSIONS,
                FeatureVector.of(FEATURES),
                TIMING);
    }

    private static Decider decider(double probability) {
        Map<Feature, Double> contributions = Map.of(
                Feature.AMOUNT_USD, 0.4,
                Feature.DRAIN_FRACTION, 2.1,
                Feature.DEVICE_AGE_MINUTES, 0.9,
                Feature.LOGINS_1H, -0.3);
        return new Decider(new FixedModel(probability, contributions), RULES, Policy.DEFAULT);
    }

    private static double[] vector(Map<Feature, Double> known) {
        double[] vector = new double[Feature.COUNT];
        for (Feature feature : Feature.values()) {
            vector[feature.ordinal()] = known.getOrDefault(feature, feature.missing());
        }
        return vector;
    }

    private static RuleSet rules(String yaml) {
        try {
            return RuleSet.parse("test.yaml", yaml);
        } catch (InvalidRuleException bad) {
            throw new AssertionError(bad);
        }
    }

    /** A champion that trusts everybody, and is not to be asked why. */
    private record UnexplainedModel() implements ScoringModel {

        @Override
        public String hash() {
            return "0123456789ab";
        }

        @Override
        public double probability(double[] features) {
            return 0.0001;
        }

        @Override
        public void explain(double[] features, double[] filled) {
            throw new AssertionError("this takes time that an allowed event does not have");
        }
    }
}
