package firedrill.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Action;
import firedrill.scoring.decision.ArtifactVersions;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.FixedModel;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.ShadowScore.ModelResult;
import firedrill.scoring.decision.StageTimings;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.SampleEvents;
import firedrill.scoring.job.JobFixtures;
import firedrill.scoring.policy.Policy;
import firedrill.scoring.registry.ModelOrder;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelOrder.Promote;
import firedrill.scoring.registry.ModelOrder.Shadow;
import firedrill.scoring.registry.ModelOrder.Stage;
import firedrill.scoring.registry.ModelRegistry;
import firedrill.scoring.registry.ModelRole;
import firedrill.scoring.rule.RuleSet;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ModelRoutingTest {

    private static final Decider SEED = decider("founder", 0.01);
    private static final Decider MILD = decider("a", 0.02);
    private static final Decider HARSH = decider("b", 0.9);
    private static final Map<String, Decider> LOADED = Map.of("a", MILD, "b", HARSH, "c", decider("c", 0.03));

    @Test
    void whatTheScorerWasStartedWithDecidesUntilAChampionIsLoaded() {
        assertThat(ModelRouting.of(ModelRegistry.EMPTY, SEED, LOADED).deciderFor(7))
                .isSameAs(SEED);
        assertThat(ModelRouting.of(registry(new Admit("a", "")), SEED, Map.of()).deciderFor(7))
                .isSameAs(SEED);
        assertThat(ModelRouting.of(registry(new Admit("a", "")), SEED, LOADED).deciderFor(7))
                .isSameAs(MILD);
    }

    @Test
    void theChampionBeforeGoesOnWhileThePromotedOneIsNotLoaded() {
        ModelRegistry registry = registry(new Admit("a", ""), new Admit("x", ""), new Promote("x"));
        assertThat(ModelRouting.of(registry, SEED, LOADED).deciderFor(7).modelHash())
                .isEqualTo("a");
    }

    @Test
    void theStagedVersionDecidesForItsUsersAndIsNamed() {
        ModelRegistry registry = registry(new Admit("a", ""), new Admit("b", ""), new Stage("b", 0.3));
        ModelRouting routing = ModelRouting.of(registry, SEED, LOADED);
        long staged = LongStream.rangeClosed(1, 1_000)
                .filter(user -> decision(routing.deciderFor(user))
                        .versions()
                        .equals(new ArtifactVersions(
                                "b",
                                Feature.FINGERPRINT,
                                RuleSet.defaultRules().hash(),
                                Policy.DEFAULT.hash(),
                                ModelRole.STAGED)))
                .count();
        long takes = LongStream.rangeClosed(1, 1_000)
                .filter(registry.stagedRollout().orElseThrow()::includes)
                .count();
        assertThat(staged).isEqualTo(takes).isBetween(240L, 360L);
        assertThat(decision(routing.champion()).versions().role()).isEqualTo(ModelRole.CHAMPION);
    }

    @Test
    void aStagedVersionThatIsNotLoadedLeavesItsUsersToTheChampion() {
        ModelRouting routing =
                ModelRouting.of(registry(new Admit("a", ""), new Admit("x", ""), new Stage("x", 1)), SEED, LOADED);
        assertThat(routing.deciderFor(7).modelHash()).isEqualTo("a");
    }

    @Test
    void aShadowScoresTheDecidedEventAndReportsItsOwnAction() {
        ModelRouting routing =
                ModelRouting.of(registry(new Admit("a", ""), new Admit("b", ""), new Shadow("b")), SEED, LOADED);
        Decision made = decision(routing.deciderFor(5));
        assertThat(routing.shadows()).containsExactly(HARSH);
        ShadowScore harsh = routing.shadows().get(0).shadowScore(SampleEvents.DRAIN, made);
        Action instead = decision(HARSH).action();
        assertThat(instead).isEqualTo(Action.BLOCK);
        assertThat(harsh)
                .isEqualTo(new ShadowScore(
                        77,
                        5,
                        1_767_225_600_000L,
                        500_000,
                        new ModelResult("a", 0.02, made.action()),
                        new ModelResult("b", 0.9, Action.BLOCK),
                        -ShadowScore.releasedCents(made.answer(), SampleEvents.DRAIN)));
        assertThat(harsh.agrees()).isFalse();
    }

    @Test
    void aMilderShadowWouldHaveLetMorePass() {
        ShadowScore mild = MILD.shadowScore(SampleEvents.DRAIN, decision(HARSH));
        assertThat(mild.releasedDifferenceCents())
                .isEqualTo(ShadowScore.releasedCents(decision(MILD).answer(), SampleEvents.DRAIN));
    }

    @Test
    void twoThatDoTheSameAgree() {
        ShadowScore same = HARSH.shadowScore(SampleEvents.DRAIN, decision(decider("d", 0.91)));
        assertThat(same.agrees()).isTrue();
        assertThat(same.releasedDifferenceCents()).isZero();
    }

    private static ModelRegistry registry(ModelOrder... orders) {
        ControlState control = ControlState.START;
        for (ModelOrder order : orders) {
            control = control.apply(
                    new ModelCommand(control.version() + 1, 0, "ana", "", JobFixtures.orderId(order, 1), order));
        }
        return control.registry();
    }

    private static Decision decision(Decider decider) {
        double[] features = new double[Feature.COUNT];
        features[Feature.AMOUNT_USD.ordinal()] = 5_000;
        return decider.decide(SampleEvents.DRAIN, features, ControlState.START, false, StageTimings.NONE);
    }

    private static Decider decider(String hash, double probability) {
        return new Decider(new FixedModel(hash, probability, Map.of()), RuleSet.defaultRules(), Policy.DEFAULT);
    }
}
