package firedrill.dashboard.web.view;

import firedrill.dashboard.health.RunHealth;
import firedrill.dashboard.health.RunPhase;
import firedrill.dashboard.monitor.BillComparison;
import firedrill.dashboard.monitor.LiveRun.DecisionRecord;
import firedrill.dashboard.monitor.LiveRun.RunSnapshot;
import firedrill.dashboard.monitor.RegistryHistory;
import firedrill.dashboard.runtime.RunSession;
import firedrill.dashboard.runtime.ScoringBundle;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.evaluation.card.ModelCardDocument;
import firedrill.scoring.evaluation.card.ModelCardFile;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.registry.ModelRegistry;
import java.util.List;

/** Assembles the state of the page from a session, its monitor and the model registry. */
public final class PageStateAssembler {

    private static final int LABEL_LENGTH = 6;
    private static final String MONITOR = "monitor";

    private final ScoringBundle scorers;
    private final ModelCardDocument seedCard;
    private final List<ScenarioChoice> scenarios = ScenarioChoice.all();

    /** An assembler for runs whose job starts with {@code scorers}. */
    public PageStateAssembler(ScoringBundle scorers) {
        this.scorers = scorers;
        this.seedCard = ModelCardFile.load(scorers.model(), scorers.policy());
    }

    /** The state at {@code nowNanos} of a monotonic clock. */
    public PageState assemble(
            RunSession session,
            RegistryHistory registry,
            RunPhase phase,
            BillComparison bill,
            RunHealth health,
            long nowNanos) {
        var plan = session.plan();
        var snapshot = session.run().snapshot(nowNanos);
        var counters = session.counts();
        return new PageState(
                RunHeader.of(plan, phase, snapshot.nowMillis()),
                decisionMode(snapshot, registry),
                ThroughputFigures.of(snapshot, counters),
                LatencyFigures.of(session.latencies(), snapshot.decisions(), counters.missedDeadlines(), nowNanos),
                CostFigures.of(snapshot.bill()),
                QualityFigures.of(snapshot.bill()),
                UserFigures.of(plan.settings().users(), snapshot.bill()),
                DriftFigures.of(snapshot.lastReading(), scorers.parameters().drift()),
                snapshot.minutes().stream().map(MinutePoint::of).toList(),
                plan.scenario().timeline().stream()
                        .map(scheduled ->
                                IncidentSpan.of(scheduled, plan.settings().startMillis()))
                        .toList(),
                rows(snapshot.decisions()),
                rows(snapshot.stopped()),
                snapshot.modeChanges().stream().map(ModeChangeRow::of).toList(),
                RegistryState.of(registry, snapshot.shadows()),
                scenarios,
                bill,
                health);
    }

    private static List<DecisionRow> rows(List<DecisionRecord> decisions) {
        return decisions.stream().map(DecisionRow::of).toList();
    }

    private DecisionMode decisionMode(RunSnapshot snapshot, RegistryHistory registry) {
        var champion = champion(registry);
        var command = snapshot.lastCommand();
        return new DecisionMode(
                snapshot.control().mode(),
                snapshot.control().pinnedMode().isPresent(),
                command.map(ControlCommand::actor).orElse(MONITOR),
                command.map(ControlCommand::reason).orElse("initial mode"),
                command.map(ControlCommand::timeMillis).orElse(0L),
                isSeed(champion) ? scorers.modelLabel() : champion.substring(0, LABEL_LENGTH),
                champion,
                Feature.COUNT,
                scorers.rules().rules().size(),
                scorers.rules().hash(),
                scorers.policy().hash());
    }

    /** The model card of the current champion; a placeholder with the announcement if it is not the seed model. */
    public ModelCardDocument championCard(RegistryHistory registry) {
        var champion = champion(registry);
        if (champion.equals(seedCard.modelHash())) {
            return seedCard;
        }
        return registry.announcement(champion)
                .map(announced -> ModelCardDocument.placeholder(
                        champion,
                        announced.name(),
                        List.of("Announced by " + announced.actor() + ": " + announced.reason())))
                .orElseGet(() -> ModelCardDocument.placeholder(
                        champion, champion, List.of("Origin unknown: no announcement found.")));
    }

    private String champion(RegistryHistory registry) {
        return registry.control()
                .registry()
                .champion()
                .map(ModelRegistry.RoleAssignment::model)
                .orElse(scorers.champion().hash());
    }

    private boolean isSeed(String model) {
        return model.equals(scorers.champion().hash());
    }
}
