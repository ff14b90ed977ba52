package firedrill.scoring.job.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.StageTimings;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.DecisionCodec;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.engine.WithdrawalScore;
import firedrill.scoring.job.JobFixtures;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.job.state.ControlBroadcastState;
import firedrill.scoring.job.state.ControlUpdate;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelOrder.Promote;
import firedrill.scoring.registry.ModelOrder.Retire;
import firedrill.scoring.registry.ModelOrder.RollBack;
import firedrill.scoring.registry.ModelOrder.Stage;
import firedrill.scoring.registry.ModelRegistry.AuditEntry;
import firedrill.scoring.registry.ModelRegistry.StagedRollout;
import firedrill.scoring.registry.ModelRole;
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

class DecisionFunctionTest {

    private static final ModelAnnouncement SHIPPED = JobFixtures.shipped();
    private static final ModelAnnouncement MILDER = JobFixtures.milder();

    /** 60 ms after the epoch, whatever happens. */
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(60), ZoneOffset.UTC);

    @Test
    void anEventWithinItsBudgetIsDecidedByTheModel() throws Exception {
        try (var decide = operator()) {
            decide.open();
            decide.processElement1(new StreamRecord<>(inFlight(JobFixtures.order(1, 1), 20_000)));
            Decision decision = decisions(decide).get(0);
            assertThat(decision.decidedBy()).isEqualTo(DecidedBy.MODEL);
            assertThat(decision.timing()).isEqualTo(new StageTimings(10_000, 30_000, 0));
        }
    }

    @Test
    void anEventWhoseBudgetIsNearlySpentIsDecidedByTheRules() throws Exception {
        try (var decide = operator()) {
            decide.open();
            decide.processElement1(new StreamRecord<>(inFlight(JobFixtures.order(1, 1), 19_999)));
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
                applyCommand(decide, command);
                decide.processElement1(new StreamRecord<>(inFlight(JobFixtures.order(1, 1), 60_000)));
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
            applyCommand(decide, new OperatorMode(9, 0, "ada", "", Optional.of(Mode.RULES)));
            saved = decide.snapshot(1, 1);
        }
        try (var decide = operator()) {
            decide.initializeState(saved);
            decide.open();
            decide.processElement1(new StreamRecord<>(inFlight(JobFixtures.order(1, 1), 60_000)));
            assertThat(decisions(decide))
                    .extracting(decision -> decision.controlVersion() + " " + decision.mode())
                    .containsExactly("9 RULES");
        }
    }

    @Test
    void onlyScoresOfWithdrawalsReachTheMonitorEachWithItsMarket() throws Exception {
        try (var decide = operator()) {
            decide.open();
            decide.processElement1(new StreamRecord<>(inFlight(JobFixtures.order(1, 1), 60_000)));
            decide.processElement1(new StreamRecord<>(inFlight(JobFixtures.withdrawal(2, 1), 60_000)));
            Decision withdrawal = decisions(decide).get(1);
            assertThat(decide.getSideOutput(DecisionFunction.WITHDRAWAL_SCORES))
                    .extracting(StreamRecord::getValue)
                    .containsExactly(new WithdrawalScore(
                            withdrawal.timeMillis(), withdrawal.probability(), SHIPPED.modelHash(), -0.25, 0.5));
        }
    }

    @Test
    void aPromotedModelDecidesOnceItIsReadyAndTheOldOneUntilThen() throws Exception {
        try (var decide = operator()) {
            decide.open();
            admit(decide, MILDER);
            applyCommand(decide, JobFixtures.order(3, new Promote(MILDER.modelHash())));
            List<Decision> until = decidedUntil(decide, MILDER.modelHash());
            assertThat(until).allMatch(decision -> decision.controlVersion() == 3);
            assertThat(until.subList(0, until.size() - 1))
                    .allMatch(decision -> decision.versions().modelHash().equals(SHIPPED.modelHash()));
            assertThat(until.get(until.size() - 1).versions().role()).isEqualTo(ModelRole.CHAMPION);

            applyCommand(decide, JobFixtures.order(4, new RollBack()));
            assertThat(decided(decide, 1).versions().modelHash()).isEqualTo(SHIPPED.modelHash());
        }
    }

    @Test
    void aStagedModelHasItsUsersAndItsScoresDoNotReachTheMonitor() throws Exception {
        try (var decide = operator()) {
            decide.open();
            admit(decide, MILDER);
            applyCommand(decide, JobFixtures.order(3, new Stage(MILDER.modelHash(), 0.5)));
            decidedUntil(decide, MILDER.modelHash());
            StagedRollout staging = new StagedRollout(MILDER.modelHash(), 0.5, new AuditEntry(3, 30, "ada", "because"));
            for (long user = 1; user <= 100; user++) {
                Decision decision = decided(decide, user);
                assertThat(decision.versions().modelHash())
                        .isEqualTo(staging.includes(user) ? MILDER.modelHash() : SHIPPED.modelHash());
                assertThat(decision.versions().role())
                        .isEqualTo(staging.includes(user) ? ModelRole.STAGED : ModelRole.CHAMPION);
            }
            assertThat(decide.getSideOutput(DecisionFunction.WITHDRAWAL_SCORES))
                    .extracting(scored -> scored.getValue().model())
                    .containsOnly(SHIPPED.modelHash());
        }
    }

    @Test
    void afterARestartThePromotedModelDecidesFromTheFirstEventOn() throws Exception {
        OperatorSubtaskState saved;
        try (var decide = operator()) {
            decide.open();
            admit(decide, MILDER);
            applyCommand(decide, JobFixtures.order(3, new Promote(MILDER.modelHash())));
            saved = decide.snapshot(1, 1);
        }
        try (var decide = operator()) {
            decide.initializeState(saved);
            decide.open();
            Decision first = decided(decide, 1);
            assertThat(first.versions().modelHash()).isEqualTo(MILDER.modelHash());
            assertThat(first.controlVersion()).isEqualTo(3);
        }
    }

    @Test
    void aRetiredModelIsUnloaded() throws Exception {
        OperatorSubtaskState saved;
        try (var decide = operator()) {
            decide.open();
            admit(decide, MILDER);
            applyCommand(decide, JobFixtures.order(3, new Retire(MILDER.modelHash())));
            decide.processElement2(new StreamRecord<>(ControlUpdate.model(1, ModelAnnouncementCodec.encode(MILDER))));
            saved = decide.snapshot(1, 1);
        }
        try (var decide = operator()) {
            decide.initializeState(saved);
            decide.open();
            applyCommand(decide, JobFixtures.order(4, new Promote(MILDER.modelHash())));
            assertThat(decided(decide, 1).versions().modelHash()).isEqualTo(SHIPPED.modelHash());
        }
    }

    @Test
    void withAShadowEveryDecisionIsEmittedForScoring() throws Exception {
        try (var decide = operator()) {
            decide.open();
            admit(decide, MILDER);
            decided(decide, 1);
            assertThat(decide.getSideOutput(DecisionFunction.DECIDED_EVENTS)).isNull();
            applyCommand(
                    decide, JobFixtures.order(3, new firedrill.scoring.registry.ModelOrder.Shadow(MILDER.modelHash())));
            await().until(() -> {
                decided(decide, 2);
                return decide.getSideOutput(DecisionFunction.DECIDED_EVENTS) != null;
            });
            DecidedEvent shown =
                    decide.getSideOutput(DecisionFunction.DECIDED_EVENTS).peek().getValue();
            assertThat(EventCodec.decode(shown.event()).userId()).isEqualTo(2);
            assertThat(DecisionCodec.decode(shown.decision()).userId()).isEqualTo(2);
        }
    }

    /** As the registrar would, after the shipped model. */
    private static void admit(
            TwoInputStreamOperatorTestHarness<EnrichedEvent, ControlUpdate, OutboundRecord> decide,
            ModelAnnouncement model)
            throws Exception {
        decide.processElement2(new StreamRecord<>(ControlUpdate.model(1, ModelAnnouncementCodec.encode(model))));
        applyCommand(decide, JobFixtures.order(1, new Admit(SHIPPED.modelHash(), SHIPPED.name())));
        applyCommand(decide, JobFixtures.order(2, new Admit(model.modelHash(), model.name())));
    }

    /** Decisions for users 1, 2, 3 … until one is made by {@code model}. */
    private static List<Decision> decidedUntil(
            TwoInputStreamOperatorTestHarness<EnrichedEvent, ControlUpdate, OutboundRecord> decide, String model) {
        List<Decision> decisions = new ArrayList<>();
        await().until(() -> {
            Decision decision = decided(decide, 1 + decisions.size());
            decisions.add(decision);
            return decision.versions().modelHash().equals(model);
        });
        return decisions;
    }

    private static Decision decided(
            TwoInputStreamOperatorTestHarness<EnrichedEvent, ControlUpdate, OutboundRecord> decide, long user)
            throws Exception {
        decide.processElement1(new StreamRecord<>(inFlight(JobFixtures.withdrawal(1, user), 60_000)));
        List<Decision> decisions = decisions(decide);
        return decisions.get(decisions.size() - 1);
    }

    private static TwoInputStreamOperatorTestHarness<EnrichedEvent, ControlUpdate, OutboundRecord> operator()
            throws Exception {
        JobSettings.ScoringSettings judging = JobSettings.ScoringSettings.DEFAULT.withClock(CLOCK);
        return new TwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithNonKeyedOperator<>(new DecisionFunction(judging), ControlBroadcastState.STATES),
                1,
                1,
                0);
    }

    private static void applyCommand(
            TwoInputStreamOperatorTestHarness<EnrichedEvent, ControlUpdate, OutboundRecord> decide,
            ControlCommand command)
            throws Exception {
        decide.processElement2(
                new StreamRecord<>(ControlUpdate.command(command.version(), ControlCodec.encode(command))));
    }

    private static EnrichedEvent inFlight(ExchangeEvent event, long publishedMicros) {
        return EnrichedEvent.of(event, EventCodec.encode(event), publishedMicros, publishedMicros + 10_000);
    }

    private static List<Decision> decisions(
            TwoInputStreamOperatorTestHarness<EnrichedEvent, ControlUpdate, OutboundRecord> decide) throws Exception {
        List<Decision> decisions = new ArrayList<>();
        for (OutboundRecord decision : decide.extractOutputValues()) {
            decisions.add(DecisionCodec.decode(decision.value()));
        }
        return decisions;
    }
}
