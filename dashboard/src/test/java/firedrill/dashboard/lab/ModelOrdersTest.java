package firedrill.dashboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.ledger.Entry.Tariff;
import firedrill.dashboard.ledger.ShadowBook;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.incident.Scenarios;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Mode;
import firedrill.scoring.decision.ModelOrder;
import firedrill.scoring.decision.ModelOrder.Promote;
import firedrill.scoring.decision.ModelOrder.RollBack;
import firedrill.scoring.decision.ModelOrder.Shadow;
import firedrill.scoring.decision.ModelOrder.Stage;
import firedrill.scoring.decision.Policy;
import firedrill.scoring.decision.Role;
import firedrill.scoring.model.LoadedModel;
import firedrill.scoring.model.ModelFile;
import firedrill.scoring.model.ModelRefusedException;
import firedrill.scoring.model.Recalibration;
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
    private static final LoadedModel SHIPPED = ModelFile.shipped();
    private static final LoadedModel HARSHER = harsher();
    private static final String FIRST = SHIPPED.scorer().hash();
    private static final String SECOND = HARSHER.scorer().hash();

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
                .filteredOn(decision -> decision.versions().role() == Role.STAGED)
                .isNotEmpty()
                .allMatch(decision -> decision.versions().modelHash().equals(SECOND));
        assertThat(decisions)
                .filteredOn(decision -> decision.versions().role() == Role.CHAMPION)
                .isNotEmpty()
                .allMatch(decision -> decision.versions().modelHash().equals(FIRST));
    }

    @Test
    void whoWatchesChangesNothingAndIsCounted() throws Exception {
        Seen unwatched = new Seen();
        Arm before = run(unwatched);
        Seen watched = new Seen();
        Arm after = run(watched, order(0, new Shadow(SECOND)));
        assertThat(after.bill()).isEqualTo(before.bill());
        assertThat(before.shadows()).isEmpty();
        ShadowBook.Figures figures = after.shadows().get(0);
        assertThat(figures.challenger()).isEqualTo(SECOND);
        assertThat(figures.scored()).isEqualTo(watched.decisions.size());
        assertThat(figures.milderFlips()).as("harsher is never milder").isZero();
    }

    @Test
    void anOrderThatMakesNoSenseChangesNothing() throws Exception {
        assertThat(decisions(order(30, new Promote("0123456789ab")), order(40, new RollBack())))
                .allMatch(decision -> decision.versions().modelHash().equals(FIRST));
    }

    @Test
    void anOperatorPinsTheModeByTheSameOrders() throws Exception {
        Seen seen = new Seen();
        Arm arm = run(
                seen,
                new OperatorMode(0, at(60), "ana", "a try", Optional.of(Mode.RULES)),
                new OperatorMode(0, at(90), "ana", "enough", Optional.empty()));
        assertThat(seen.decisions)
                .allSatisfy(decision ->
                        assertThat(decision.mode()).isEqualTo(isBetween(decision, 60, 90) ? Mode.RULES : Mode.MODEL));
        assertThat(arm.modeChanges())
                .extracting(change -> change.by() + " " + change.to())
                .containsExactly("ana RULES", "ana MODEL");
    }

    private static boolean isBetween(Decision decision, int fromMinute, int toMinute) {
        return decision.timeMillis() >= at(fromMinute) && decision.timeMillis() < at(toMinute);
    }

    private static List<Decision> decisions(ControlCommand... commands) throws Exception {
        Seen seen = new Seen();
        run(seen, commands);
        assertThat(seen.decisions).hasSizeGreaterThan(100);
        return seen.decisions;
    }

    private static Arm run(Seen seen, ControlCommand... commands) throws Exception {
        Lab lab = new Lab(
                        WORLD,
                        () -> new Decider(SHIPPED.scorer(), RuleSet.shipped(), Policy.DEFAULT),
                        SHIPPED.reference(),
                        new Tariff(10, 0.03, 500))
                .with(List.of(HARSHER));
        return lab.run(Scenarios.named("quiet"), new Operator.Scripted("scripted", List.of(commands)), 7, LENGTH, seen);
    }

    private static ModelCommand order(int minute, ModelOrder order) {
        return new ModelCommand(0, at(minute), "ana", "a try", "id-" + minute, order);
    }

    private static long at(int minute) {
        return WORLD.startMillis() + minute * 60_000L;
    }

    private static LoadedModel harsher() {
        try {
            return Recalibration.shifted(ModelFile.shippedPacked(), 2, "harsher")
                    .open();
        } catch (ModelRefusedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Keeps the decisions. */
    private static final class Seen implements Witness {

        private final List<Decision> decisions = new ArrayList<>();

        @Override
        public void event(ExchangeEvent event, @Nullable Decision decision) {
            if (decision != null) {
                decisions.add(decision);
            }
        }
    }
}
