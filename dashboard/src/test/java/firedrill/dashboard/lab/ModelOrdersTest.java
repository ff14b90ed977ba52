package firedrill.dashboard.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import firedrill.dashboard.cli.output.ArmJson;
import firedrill.dashboard.ledger.ShadowComparison;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.ScenarioCatalogue;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.model.artifact.ModelRefusedException;
import firedrill.scoring.model.artifact.Recalibration;
import firedrill.scoring.policy.Policy;
import firedrill.scoring.registry.ModelOrder;
import firedrill.scoring.registry.ModelOrder.Promote;
import firedrill.scoring.registry.ModelOrder.RollBack;
import firedrill.scoring.registry.ModelOrder.Shadow;
import firedrill.scoring.registry.ModelOrder.Stage;
import firedrill.scoring.registry.ModelRole;
import firedrill.scoring.rule.RuleSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An operator's orders about models, in the lab as over Kafka. */
class ModelOrdersTest {

    private static final ExchangeSettings WORLD = ExchangeSettings.DEFAULT.withUsers(400);
    private static final Duration LENGTH = Duration.ofHours(3);
    private static final LoadedModel SHIPPED = ModelFile.loadBundled();
    private static final LoadedModel STRICTER = stricter();
    private static final String FIRST = SHIPPED.scorer().hash();
    private static final String SECOND = STRICTER.scorer().hash();

    @Test
    void aPromotedModelDecidesFromItsMinuteOnAndARolledBackOneNoLonger() throws Exception {
        List<Decision> decisions = decisions(order(60, new Promote(SECOND)), order(120, new RollBack()));
        assertThat(decisions)
                .allSatisfy(decision -> assertThat(decision.versions().modelHash())
                        .isEqualTo(isBetween(decision, 60, 120) ? SECOND : FIRST));
        assertThat(decisions).extracting(Decision::controlVersion).contains(2L, 3L, 4L);
    }

    @Test
    void aStagedModelHasItsShareOfTheUsers() throws Exception {
        List<Decision> decisions = decisions(order(0, new Stage(SECOND, 0.5)));
        assertThat(decisions)
                .filteredOn(decision -> decision.versions().role() == ModelRole.STAGED)
                .isNotEmpty()
                .allMatch(decision -> decision.versions().modelHash().equals(SECOND));
        assertThat(decisions)
                .filteredOn(decision -> decision.versions().role() == ModelRole.CHAMPION)
                .isNotEmpty()
                .allMatch(decision -> decision.versions().modelHash().equals(FIRST));
    }

    @Test
    void aShadowChangesNoDecisionAndIsCompared() throws Exception {
        DecisionCollector unwatched = new DecisionCollector();
        Arm before = run(unwatched);
        DecisionCollector watched = new DecisionCollector();
        Arm after = run(watched, order(0, new Shadow(SECOND)));
        assertThat(after.bill()).isEqualTo(before.bill());
        assertThat(before.shadows()).isEmpty();
        ShadowComparison.ShadowAgreement figures = after.shadows().get(0);
        assertThat(figures.challenger()).isEqualTo(SECOND);
        assertThat(figures.scored()).isEqualTo(watched.decisions.size());
        assertThat(figures.lenientDisagreements()).as("harsher is never milder").isZero();
    }

    @Test
    void aRejectedOrderChangesNothingAndIsInTheArmWithItsReason() throws Exception {
        DecisionCollector seen = new DecisionCollector();
        Arm arm = run(seen, order(30, new Promote("0123456789ab")), order(40, new RollBack()));

        assertThat(seen.decisions)
                .isNotEmpty()
                .allMatch(decision -> decision.versions().modelHash().equals(FIRST));
        assertThat(arm.refusals())
                .extracting(Refusal::timeMillis, Refusal::actor)
                .containsExactly(tuple(at(30), "ana"), tuple(at(40), "ana"));
        assertThat(arm.refusals())
                .allSatisfy(refusal -> assertThat(refusal.reason()).isNotBlank());
        assertThat(ArmJson.of(arm).get("refusals")).hasSize(2);
        assertThat(ArmJson.of(run(new DecisionCollector())).has("refusals")).isFalse();
    }

    @Test
    void anOperatorPinsTheModeByTheSameOrders() throws Exception {
        DecisionCollector seen = new DecisionCollector();
        Arm arm = run(
                seen,
                new OperatorMode(0, at(60), "ana", "a try", Optional.of(Mode.RULES)),
                new OperatorMode(0, at(90), "ana", "enough", Optional.empty()));
        assertThat(seen.decisions)
                .allSatisfy(decision ->
                        assertThat(decision.mode()).isEqualTo(isBetween(decision, 60, 90) ? Mode.RULES : Mode.MODEL));
        assertThat(arm.modeChanges())
                .extracting(change -> change.actor() + " " + change.to())
                .containsExactly("ana RULES", "ana MODEL");
    }

    private static boolean isBetween(Decision decision, int fromMinute, int toMinute) {
        return decision.timeMillis() >= at(fromMinute) && decision.timeMillis() < at(toMinute);
    }

    private static List<Decision> decisions(ControlCommand... commands) throws Exception {
        DecisionCollector seen = new DecisionCollector();
        run(seen, commands);
        assertThat(seen.decisions).hasSizeGreaterThan(100);
        return seen.decisions;
    }

    private static Arm run(DecisionCollector seen, ControlCommand... commands) throws Exception {
        Lab lab = new Lab(WORLD, () -> new Decider(SHIPPED.scorer(), RuleSet.defaultRules(), Policy.DEFAULT), SHIPPED)
                .withVersions(List.of(STRICTER));
        return lab.run(
                ScenarioCatalogue.load("quiet"),
                new Operator.CommandScript("scripted", List.of(commands)),
                7,
                LENGTH,
                seen);
    }

    private static ModelCommand order(int minute, ModelOrder order) {
        return new ModelCommand(0, at(minute), "ana", "a try", "id-" + minute, order);
    }

    private static long at(int minute) {
        return WORLD.startMillis() + minute * 60_000L;
    }

    private static LoadedModel stricter() {
        try {
            return Recalibration.shiftLogOdds(ModelFile.readBundled(), 2, "harsher")
                    .open();
        } catch (ModelRefusedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Keeps the decisions. */
    private static final class DecisionCollector implements RunObserver {

        private final List<Decision> decisions = new ArrayList<>();

        @Override
        public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
            if (decision != null) {
                decisions.add(decision);
            }
        }
    }
}
