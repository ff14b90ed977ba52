package firedrill.dashboard.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.health.HealthState;
import firedrill.dashboard.health.RunHealth;
import firedrill.dashboard.health.RunPhase;
import firedrill.dashboard.monitor.BillComparison;
import firedrill.dashboard.monitor.RegistryHistory;
import firedrill.dashboard.runtime.FakeRunSession;
import firedrill.dashboard.runtime.RunPlan;
import firedrill.dashboard.runtime.ScoringBundle;
import firedrill.dashboard.runtime.WithdrawalFixture;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.ScenarioCatalogue;
import firedrill.scoring.decision.ArtifactVersions;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Signal.DriftReport;
import firedrill.scoring.decision.StageTimings;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.drift.DriftSettings;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelArtifact;
import firedrill.scoring.registry.ModelOrder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageStateAssemblerTest {

    private static final long START = ExchangeSettings.DEFAULT.startMillis();
    private static final ScoringBundle SCORERS = ScoringBundle.shipped();

    private final PageStateAssembler assembler = new PageStateAssembler(SCORERS);
    private final RegistryHistory registry = new RegistryHistory();
    private final FakeRunSession session;

    PageStateAssemblerTest() throws Exception {
        session = new FakeRunSession(
                new RunPlan(ScenarioCatalogue.load("crash-day"), ExchangeSettings.DEFAULT, 7, 60, 1));
    }

    @Test
    void beforeTheFirstEventUnavailableFiguresAreNull() {
        var state = assemble(RunPhase.STARTING);
        assertThat(state.run().nowMillis()).isEqualTo(START);
        assertThat(state.run().elapsedMillis()).isZero();
        assertThat(state.run().phase()).isEqualTo(RunPhase.STARTING);
        assertThat(state.latency().recent().p99Millis()).isNull();
        assertThat(state.latency().stages()).isEqualTo(new LatencyFigures.LatencyStages(null, null, null, null));
        assertThat(state.quality().precision()).isNull();
        assertThat(state.drift().reading()).isNull();
        assertThat(state.decisions()).isEmpty();
    }

    @Test
    void countersComeFromTheExchange() {
        var rates = assemble(RunPhase.RUNNING).rates();
        assertThat(rates.events()).isEqualTo(12);
        assertThat(rates.awaitingDecision()).isEqualTo(2);
        assertThat(assemble(RunPhase.RUNNING).latency().missedDeadlines()).isEqualTo(1);
    }

    @Test
    void withoutACommandTheModeIsTheInitialOneAndTheSeedModelIsChampion() {
        var mode = assemble(RunPhase.RUNNING).decider();
        assertThat(mode.mode()).isEqualTo(Mode.MODEL);
        assertThat(mode.pinned()).isFalse();
        assertThat(mode.reason()).isEqualTo("initial mode");
        assertThat(mode.modelHash()).isEqualTo(SCORERS.champion().hash());
        assertThat(mode.modelVersion()).isEqualTo(SCORERS.modelLabel());
        assertThat(mode.featureCount()).isEqualTo(Feature.COUNT);
        assertThat(assembler.championCard(registry).modelHash())
                .isEqualTo(SCORERS.champion().hash());
    }

    @Test
    void aPinnedModeNamesItsActorAndReason() {
        session.run().onControl(new OperatorMode(1, START + 5, "ana", "a test", Optional.of(Mode.RULES)));
        var mode = assemble(RunPhase.RUNNING).decider();
        assertThat(mode.pinned()).isTrue();
        assertThat(mode.mode()).isEqualTo(Mode.RULES);
        assertThat(List.of(mode.actor(), mode.reason())).containsExactly("ana", "a test");
        assertThat(mode.sinceMillis()).isEqualTo(START + 5);
    }

    @Test
    void anotherChampionIsShownWithItsHashAndAPlaceholderCard() {
        var order = new ModelOrder.Admit("abcdef123456", "trees");
        registry.recordAnnouncement(
                new ModelAnnouncement(
                        order.model(), "trees", 5, "ana", "", "", "", 1, ModelArtifact.of(new byte[1], new byte[1])),
                0);
        registry.apply(new ModelCommand(1, START, "registry", "admitted", order.orderId(1), order), 0);
        assertThat(assemble(RunPhase.RUNNING).decider().modelVersion()).isEqualTo("abcdef");
        assertThat(assembler.championCard(registry).modelHash()).isEqualTo("abcdef123456");
    }

    @Test
    void aDecisionAppearsWithItsLatencyAndItsStagesSumToTheMean() {
        Withdrawal withdrawal = WithdrawalFixture.withdrawal(1);
        session.run().onEvent(withdrawal);
        session.run().onDecision(decision(withdrawal, Action.BLOCK, new StageTimings(1_000, 2_000, 3_000)));
        session.run().recordLatency(withdrawal.id(), 10_000);
        var state = assemble(RunPhase.RUNNING);
        assertThat(state.decisions()).hasSize(1).isEqualTo(state.stopped());
        assertThat(state.decisions().get(0).latencyMillis()).isEqualTo(10);
        assertThat(state.latency().stages()).isEqualTo(new LatencyFigures.LatencyStages(1.0, 2.0, 3.0, 4.0));
        assertThat(state.minutes()).hasSize(1);
        assertThat(state.minutes().get(0).stoppedPercent()).isEqualTo(100);
    }

    @Test
    void anAllowedDecisionIsNotAmongTheStopped() {
        Withdrawal withdrawal = WithdrawalFixture.withdrawal(1);
        session.run().onDecision(decision(withdrawal, Action.ALLOW, StageTimings.NONE));
        session.run().onEvent(withdrawal);
        var state = assemble(RunPhase.RUNNING);
        assertThat(state.decisions()).hasSize(1);
        assertThat(state.stopped()).isEmpty();
    }

    @Test
    void driftThresholdsFollowTheLastReading() {
        assertThat(assemble(RunPhase.RUNNING).drift().alarmThreshold()).isEqualTo(DriftSettings.DEFAULT.effectSize());
        session.run().onSignal(new DriftReport(new DriftReading(START + 1, 0.3, 0.2, 640, 50_000)));
        var drift = assemble(RunPhase.RUNNING).drift();
        assertThat(drift.alarmThreshold()).isEqualTo(0.2);
        assertThat(drift.recoveryThreshold()).isEqualTo(0.2 * DriftSettings.DEFAULT.recoveryShare());
    }

    @Test
    void incidentsOfTheScenarioAreAnnouncedInSimulatedTime() {
        var scheduled = session.plan().scenario().timeline().get(0);
        var span = assemble(RunPhase.RUNNING).incidents().get(0);
        assertThat(span.name()).startsWith("the price falls");
        assertThat(span.fromMillis()).isEqualTo(START + scheduled.start().toMillis());
        assertThat(span.toMillis() - span.fromMillis())
                .isEqualTo(scheduled.duration().toMillis());
    }

    @Test
    void everyScenarioOfTheCatalogueCanBeStarted() {
        assertThat(assemble(RunPhase.RUNNING).scenarios())
                .extracting(ScenarioChoice::id)
                .containsExactlyElementsOf(ScenarioCatalogue.ids());
    }

    private PageState assemble(RunPhase phase) {
        return assembler.assemble(
                session,
                registry,
                phase,
                BillComparison.PENDING,
                new RunHealth(HealthState.RUNNING, "", "", List.of()),
                1_000_000_000L);
    }

    private static Decision decision(Withdrawal event, Action action, StageTimings timing) {
        return new Decision(
                Answer.of(event.id(), action),
                event.userId(),
                event.timeMillis(),
                0.9,
                DecidedBy.MODEL,
                Mode.MODEL,
                0,
                List.of(),
                List.of(),
                new ArtifactVersions("m", "f", "r", "p"),
                FeatureVector.of(new double[Feature.COUNT]),
                timing);
    }
}
