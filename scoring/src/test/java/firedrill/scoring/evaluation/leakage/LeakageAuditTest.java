package firedrill.scoring.evaluation.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.evaluation.leakage.LeakageReport.PermutationControl;
import firedrill.scoring.evaluation.leakage.LeakageReport.RulePerformance;
import firedrill.scoring.evaluation.leakage.LeakageReport.TypologyLeakage;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeakageAuditTest {

    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void aFraudThatOneFeatureGivesAwayFails() {
        TypologyLeakage leaky = only(run("account-takeover", 5), run("account-takeover", 5));
        assertThat(leaky.bestSingleFeature()).isEqualTo(Feature.DRAIN_FRACTION.label());
        assertThat(leaky.singleFeatureAuc()).isGreaterThan(0.99);
        assertThat(leaky.pass()).isFalse();
    }

    @Test
    void aFraudThatOverlapsWithHonestBehaviourPasses() {
        TypologyLeakage fair = only(run("account-takeover", 0.5), run("account-takeover", 0.5));
        assertThat(fair.singleFeatureAuc()).isBetween(0.6, 0.9);
        assertThat(fair.pass()).isTrue();
    }

    @Test
    void aBypassedControlMayBeObvious() {
        assertThat(only(run("control-bypass", 5), run("control-bypass", 5)).pass())
                .isTrue();
    }

    @Test
    void whatWasFittedByLuckDoesNotCountOnOtherSeeds() {
        TypologyLeakage lucky = only(run("account-takeover", 5), run("account-takeover", 0));
        assertThat(lucky.singleFeatureAuc()).isBetween(0.35, 0.65);
    }

    @Test
    void theSplitsThatSeparateAFraudAreNamed() {
        TypologyLeakage leaky = only(run("account-takeover", 5), run("account-takeover", 5));
        assertThat(leaky.depth2Tree())
                .startsWith("(" + Feature.DRAIN_FRACTION.label() + " < ")
                .endsWith(")");
    }

    @Test
    void bothKindsOfEventOfATypologyAreAudited() {
        List<LeakageExample> both = new ArrayList<>(run("account-takeover", 5));
        both.addAll(orders(run("account-takeover", 5).subList(50, 1_100)));
        List<TypologyLeakage> lines = LeakageAudit.auditTypologies(both, both);
        assertThat(lines).extracting(TypologyLeakage::kind).containsExactly("withdrawal", "order");
        assertThat(lines).extracting(TypologyLeakage::pass).containsExactly(false, false);
        assertThat(lines.get(1).depth2Auc()).isGreaterThan(0.99);
    }

    @Test
    void tooFewFraudsGiveNoVerdict() {
        List<LeakageExample> few = run("account-takeover", 5).subList(0, LeakageAudit.MIN_FRAUDS - 1);
        TypologyLeakage unknown = only(few, run("account-takeover", 5));
        assertThat(unknown.depth2Auc()).isNull();
        assertThat(unknown.pass()).isNull();
    }

    @Test
    void shuffledLabelsFallToTheBaseRateEvenWhereTheTrueOnesAreObvious() {
        PermutationControl control =
                LeakageAudit.permutationControl(run("account-takeover", 5), run("account-takeover", 5), 1);
        assertThat(control.baseRate()).isBetween(0.09, 0.1);
        assertThat(control.depth2Auc()).isBetween(0.45, 0.55);
        assertThat(control.pass()).isTrue();
    }

    @Test
    void aRuleIsMeasuredOnTheKindOfEventItIsAbout() throws Exception {
        RuleSet rules = RuleSet.parse("r.yaml", """
                rules:
                  - name: drain
                    when: drain_fraction > 0
                    action: STEP_UP
                    because: something leaves
                """);
        List<LeakageExample> examples = List.of(
                new LeakageExample(false, vector(1), Optional.of("account-takeover"), 1),
                new LeakageExample(false, vector(1), Optional.empty(), 1),
                new LeakageExample(false, vector(0), Optional.empty(), 0),
                new LeakageExample(true, vector(0), Optional.empty(), 0));
        assertThat(RuleMetrics.of(rules.rules(), examples))
                .containsExactly(new RulePerformance("drain", "STEP_UP", 0.5, 1, 0.2));
    }

    private static TypologyLeakage only(List<LeakageExample> fit, List<LeakageExample> heldOut) {
        List<TypologyLeakage> typologies = LeakageAudit.auditTypologies(fit, heldOut);
        assertThat(typologies).hasSize(1);
        return typologies.get(0);
    }

    /** A hundred frauds, then a thousand honest withdrawals whose drain is {@code shift} standard deviations less. */
    private List<LeakageExample> run(String typology, double shift) {
        List<LeakageExample> run = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) {
            boolean fraud = i < 100;
            run.add(new LeakageExample(
                    false,
                    vector(random.nextGaussian() + (fraud ? shift : 0)),
                    fraud ? Optional.of(typology) : Optional.empty(),
                    0));
        }
        return run;
    }

    private static List<LeakageExample> orders(List<LeakageExample> withdrawals) {
        return withdrawals.stream()
                .map(example -> new LeakageExample(true, example.features(), example.typology(), example.ruleMatches()))
                .toList();
    }

    @Test
    void whatVictimsReportedIsNoLeak() {
        double[] known = new double[Feature.COUNT];
        Feature[] reported = Stream.of(Feature.values())
                .filter(feature -> feature.label().endsWith("confirmed_share"))
                .toArray(Feature[]::new);
        for (Feature feature : reported) {
            known[feature.ordinal()] = 0.7;
        }
        known[Feature.DRAIN_FRACTION.ordinal()] = 0.4;
        double[] behaviour = new double[Feature.COUNT];
        behaviour[Feature.DRAIN_FRACTION.ordinal()] = 0.4;

        assertThat(reported).hasSize(6);
        assertThat(new LeakageExample(false, FeatureVector.of(known), Optional.empty(), 0).behaviouralFeatures())
                .containsExactly(behaviour);
    }

    private static FeatureVector vector(double drain) {
        double[] vector = new double[Feature.COUNT];
        vector[Feature.DRAIN_FRACTION.ordinal()] = drain;
        return FeatureVector.of(vector);
    }
}
