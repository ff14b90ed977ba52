package firedrill.scoring.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.scoring.decision.ControlCodec;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.DecisionCodec;
import firedrill.scoring.decision.Mode;
import firedrill.scoring.decision.ModelOrder.Admit;
import firedrill.scoring.decision.ModelOrder.Promote;
import firedrill.scoring.decision.ModelOrder.Retire;
import firedrill.scoring.decision.ModelOrder.RollBack;
import firedrill.scoring.decision.ModelOrder.Stage;
import firedrill.scoring.decision.Role;
import firedrill.scoring.decision.Roster.Deed;
import firedrill.scoring.decision.Roster.Staging;
import firedrill.scoring.decision.Timing;
import firedrill.scoring.model.ModelAnnouncement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithNonKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class DecideOperatorTest {

    private static final ModelAnnouncement SHIPPED = Given.shipped();
    private static final ModelAnnouncement MILDER = Given.milder();

    /** 60 ms after the epoch, whatever happens. */
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(60), ZoneOffset.UTC);

    @Test
    void anEventWithinItsBudgetIsDecidedByTheModel() throws Exception {
        try (var decide = operator()) {
            decide.open();
            decide.processElement1(new StreamRecord<>(inFlight(Given.order(1, 1), 20_000)));
            Decision decision = decisions(decide).get(0);
            assertThat(decision.decidedBy()).isEqualTo(DecidedBy.MODEL);
            assertThat(decision.timing()).isEqualTo(new Timing(10_000, 30_000, 0));
        }
    }

    @Test
    void anEventWhoseBudgetIsNearlySpentIsDecidedByTheRules() throws Exception {
        try (var decide = operator()) {
            decide.open();
            decide.processElement1(new StreamRecord<>(inFlight(Given.order(1, 1), 19_999)));
            assertThat(decisions(decide)).extracting(Decision::decidedBy).containsExactly(DecidedBy.RULES_AT_DEADLINE);
        }
    }

    @Test
    void theOperatorOverrulesTheMonitorAndHandsTheChoiceBack() throws Exception {
        try (var decide = operator()) {
            decide.open();
            List<ControlCommand> commands = List.of(
                    new AutomaticMode(3, 0, "monitor", "", Mode.RULES),
                    new OperatorMode(4, 0, "ada", "", Optional.of(Mode.MODEL)),
                    new OperatorMode(5, 0, "ada", "", Optional.empty()),
                    new AutomaticMode(2, 0, "monitor", "late, so ignored", Mode.MODEL));
            for (ControlCommand command : commands) {
                hear(decide, command);
                decide.processElement1(new StreamRecord<>(inFlight(Given.order(1, 1), 60_000)));
            }
            assertThat(decisions(decide))
                    .extracting(decision -> decision.controlVersion() + " " + decision.mode())
                    .containsExactly("3 RULES", "4 MODEL", "5 RULES", "5 RULES");
        }
    }

    @Test
    void theControlSurvivesARestart() throws Exception {
        OperatorSubtaskState saved;
        try (var decide = operator()) {
            decide.open();
            hear(decide, new OperatorMode(9, 0, "ada", "", Optional.of(Mode.RULES)));
            saved = decide.snapshot(1, 1);
        }
        try (var decide = operator()) {
            decide.initializeState(saved);
            decide.open();
            decide.processElement1(new StreamRecord<>(inFlight(Given.order(1, 1), 60_000)));
            assertThat(decisions(decide))
                    .extracting(decision -> decision.controlVersion() + " " + decision.mode())
                    .containsExactly("9 RULES");
        }
    }

    @Test
    void onlyWithdrawalsAreToldToTheMonitor() throws Exception {
        try (var decide = operator()) {
            decide.open();
            decide.processElement1(new StreamRecord<>(inFlight(Given.order(1, 1), 60_000)));
            decide.processElement1(new StreamRecord<>(inFlight(Given.withdrawal(2, 1), 60_000)));
            Decision withdrawal = decisions(decide).get(1);
            assertThat(decide.getSideOutput(Decide.SCORED))
                    .extracting(StreamRecord::getValue)
                    .containsExactly(new Scored(withdrawal.timeMillis(), withdrawal.probability(), SHIPPED.model()));
        }
    }

    @Test
    void aPromotedModelDecidesOnceItIsReadyAndTheOldOneUntilThen() throws Exception {
        try (var decide = operator()) {
            decide.open();
            admit(decide, MILDER);
            hear(decide, Given.order(3, new Promote(MILDER.model())));
            List<Decision> until = decidedUntil(decide, MILDER.model());
            assertThat(until).allMatch(decision -> decision.controlVersion() == 3);
            assertThat(until.subList(0, until.size() - 1))
                    .allMatch(decision -> decision.versions().modelHash().equals(SHIPPED.model()));
            assertThat(until.get(until.size() - 1).versions().role()).isEqualTo(Role.CHAMPION);

            hear(decide, Given.order(4, new RollBack()));
            assertThat(decided(decide, 1).versions().modelHash()).isEqualTo(SHIPPED.model());
        }
    }

    @Test
    void aStagedModelHasItsUsersAndItsScoresDoNotReachTheMonitor() throws Exception {
        try (var decide = operator()) {
            decide.open();
            admit(decide, MILDER);
            hear(decide, Given.order(3, new Stage(MILDER.model(), 0.5)));
            decidedUntil(decide, MILDER.model());
            Staging staging = new Staging(MILDER.model(), 0.5, new Deed(3, 30, "ada", "because"));
            for (long user = 1; user <= 100; user++) {
                Decision decision = decided(decide, user);
                assertThat(decision.versions().modelHash())
                        .isEqualTo(staging.takes(user) ? MILDER.model() : SHIPPED.model());
                assertThat(decision.versions().role()).isEqualTo(staging.takes(user) ? Role.STAGED : Role.CHAMPION);
            }
            assertThat(decide.getSideOutput(Decide.SCORED))
                    .extracting(scored -> scored.getValue().model())
                    .containsOnly(SHIPPED.model());
        }
    }

    @Test
    void afterARestartThePromotedModelDecidesFromTheFirstEventOn() throws Exception {
        OperatorSubtaskState saved;
        try (var decide = operator()) {
            decide.open();
            admit(decide, MILDER);
            hear(decide, Given.order(3, new Promote(MILDER.model())));
            saved = decide.snapshot(1, 1);
        }
        try (var decide = operator()) {
            decide.initializeState(saved);
            decide.open();
            Decision first = decided(decide, 1);
            assertThat(first.versions().modelHash()).isEqualTo(MILDER.model());
            assertThat(first.controlVersion()).isEqualTo(3);
        }
    }

    @Test
    void aRetiredModelIsForgotten() throws Exception {
        OperatorSubtaskState saved;
        try (var decide = operator()) {
            decide.open();
            admit(decide, MILDER);
            hear(decide, Given.order(3, new Retire(MILDER.model())));
            decide.processElement2(new StreamRecord<>(Notice.model(MILDER.toBytes())));
            saved = decide.snapshot(1, 1);
        }
        try (var decide = operator()) {
            decide.initializeState(saved);
            decide.open();
            hear(decide, Given.order(4, new Promote(MILDER.model())));
            assertThat(decided(decide, 1).versions().modelHash()).isEqualTo(SHIPPED.model());
        }
    }

    @Test
    void whileSomebodyWatchesEveryDecisionIsShown() throws Exception {
        try (var decide = operator()) {
            decide.open();
            admit(decide, MILDER);
            decided(decide, 1);
            assertThat(decide.getSideOutput(Decide.JUDGED)).isNull();
            hear(decide, Given.order(3, new firedrill.scoring.decision.ModelOrder.Shadow(MILDER.model())));
            await().until(() -> {
                decided(decide, 2);
                return decide.getSideOutput(Decide.JUDGED) != null;
            });
            Judged shown = decide.getSideOutput(Decide.JUDGED).peek().getValue();
            assertThat(EventCodec.decode(shown.event()).userId()).isEqualTo(2);
            assertThat(DecisionCodec.decode(shown.decision()).userId()).isEqualTo(2);
        }
    }

    /** As the registrar would, after the shipped model. */
    private static void admit(
            TwoInputStreamOperatorTestHarness<InFlight, Notice, Outgoing> decide, ModelAnnouncement model)
            throws Exception {
        decide.processElement2(new StreamRecord<>(Notice.model(model.toBytes())));
        hear(decide, Given.order(1, new Admit(SHIPPED.model(), SHIPPED.name())));
        hear(decide, Given.order(2, new Admit(model.model(), model.name())));
    }

    /** Decisions for users 1, 2, 3 … until one is made by {@code model}. */
    private static List<Decision> decidedUntil(
            TwoInputStreamOperatorTestHarness<InFlight, Notice, Outgoing> decide, String model) {
        List<Decision> decisions = new ArrayList<>();
        await().until(() -> {
            Decision decision = decided(decide, 1 + decisions.size());
            decisions.add(decision);
            return decision.versions().modelHash().equals(model);
        });
        return decisions;
    }

    private static Decision decided(TwoInputStreamOperatorTestHarness<InFlight, Notice, Outgoing> decide, long user)
            throws Exception {
        decide.processElement1(new StreamRecord<>(inFlight(Given.withdrawal(1, user), 60_000)));
        List<Decision> decisions = decisions(decide);
        return decisions.get(decisions.size() - 1);
    }

    private static TwoInputStreamOperatorTestHarness<InFlight, Notice, Outgoing> operator() throws Exception {
        JobSettings.Judging judging = JobSettings.Judging.DEFAULT.withClock(CLOCK);
        return new TwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithNonKeyedOperator<>(new Decide(judging), Heard.STATES), 1, 1, 0);
    }

    private static void hear(
            TwoInputStreamOperatorTestHarness<InFlight, Notice, Outgoing> decide, ControlCommand command)
            throws Exception {
        decide.processElement2(new StreamRecord<>(Notice.command(command.version(), ControlCodec.encode(command))));
    }

    private static InFlight inFlight(ExchangeEvent event, long publishedMicros) {
        return InFlight.of(event, EventCodec.encode(event), publishedMicros, publishedMicros + 10_000);
    }

    private static List<Decision> decisions(TwoInputStreamOperatorTestHarness<InFlight, Notice, Outgoing> decide)
            throws Exception {
        List<Decision> decisions = new ArrayList<>();
        for (Outgoing decision : decide.extractOutputValues()) {
            decisions.add(DecisionCodec.decode(decision.value()));
        }
        return decisions;
    }
}
