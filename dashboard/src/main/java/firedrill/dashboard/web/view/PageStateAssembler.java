package firedrill.dashboard.web.view;

import firedrill.dashboard.monitor.BillComparison;
import firedrill.dashboard.monitor.LatencyRecorder;
import firedrill.dashboard.monitor.LiveRun;
import firedrill.dashboard.monitor.MinuteRow;
import firedrill.dashboard.monitor.RegistryHistory;
import firedrill.dashboard.monitor.RunHealth;
import firedrill.dashboard.monitor.VersionRow;
import firedrill.dashboard.runtime.RunPlan;
import firedrill.dashboard.runtime.RunSession;
import firedrill.dashboard.runtime.ScoringBundle;
import firedrill.dashboard.web.view.PageState.DriftFigures;
import firedrill.dashboard.web.view.PageState.LatencyFigures;
import firedrill.dashboard.web.view.PageState.LatencyFigures.LatencyStages;
import firedrill.dashboard.web.view.PageState.LatencyFigures.PercentilePair;
import firedrill.dashboard.web.view.PageState.RunPhase;
import firedrill.ingest.kafka.LiveCounters;
import firedrill.ingest.scenario.ScheduledIncident;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.drift.DriftSettings;
import firedrill.scoring.drift.ModeStateMachine;
import firedrill.scoring.evaluation.card.ModelCardDocument;
import firedrill.scoring.evaluation.card.ModelCardFile;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.registry.ModelRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** From a session and its run to what the page shows. */
public final class PageStateAssembler {

    private static final double BUDGET_MILLIS = 50;

    private final ScoringBundle scorers;
    private final ModelCardDocument card;
    private final List<PageState.ScenarioChoice> scenarios;

    public PageStateAssembler(ScoringBundle scorers, List<PageState.ScenarioChoice> scenarios) {
        this.scorers = scorers;
        this.card = ModelCardFile.load(scorers.model(), scorers.policy());
        this.scenarios = scenarios;
    }

    public PageState assemble(
            RunSession session,
            RegistryHistory registry,
            RunPhase phase,
            BillComparison bill,
            RunHealth health,
            long nowNanos) {
        var view = session.run().snapshot(nowNanos);
        var counts = session.counts();
        return new PageState(
                run(session.plan(), phase, view),
                decider(view, registry),
                rates(view, counts),
                latency(session.latencies(), view, counts, nowNanos),
                money(view.bill()),
                quality(view.bill()),
                people(session, view),
                drift(view),
                view.minutes().stream().map(PageStateAssembler::minute).toList(),
                session.plan().scenario().timeline().stream()
                        .map(scheduled -> incident(session.plan(), scheduled))
                        .toList(),
                view.decisions().stream().map(PageStateAssembler::row).toList(),
                view.stopped().stream().map(PageStateAssembler::row).toList(),
                view.modeChanges().stream().map(ModeChangeRow::of).toList(),
                registry(view, registry),
                scenarios,
                bill,
                health);
    }

    private static PageState.RunHeader run(RunPlan plan, RunPhase phase, LiveRun.RunSnapshot view) {
        long start = plan.settings().startMillis();
        return new PageState.RunHeader(
                plan.scenario().id(),
                plan.scenario().title(),
                plan.scenario().briefing(),
                plan.seed(),
                plan.speed(),
                phase,
                start,
                Math.max(start, view.nowMillis()),
                plan.scenario().length().toMillis());
    }

    private static RegistryState registry(LiveRun.RunSnapshot view, RegistryHistory registry) {
        return new RegistryState(
                VersionRow.of(registry),
                view.shadows(),
                newestFirst(registry.orders()),
                newestFirst(registry.refusals()));
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst) {
        var reversed = new ArrayList<>(oldestFirst);
        Collections.reverse(reversed);
        return reversed;
    }

    /** What is known of the model that decides now. */
    public ModelCardDocument championCard(RegistryHistory registry) {
        var champion = champion(registry);
        if (champion.equals(card.modelHash())) {
            return card;
        }
        return registry.announcement(champion)
                .map(announced -> ModelCardDocument.placeholder(
                        champion, announced.name(), List.of("By " + announced.actor() + ", because: " + announced.reason())))
                .orElseGet(() -> ModelCardDocument.placeholder(champion, champion, List.of("By nobody knows whom.")));
    }

    private String champion(RegistryHistory registry) {
        return registry.control()
                .registry()
                .champion()
                .map(ModelRegistry.RoleAssignment::model)
                .orElse(scorers.champion().hash());
    }

    private PageState.DecisionMode decider(LiveRun.RunSnapshot view, RegistryHistory registry) {
        var champion = champion(registry);
        var command = view.lastCommand();
        return new PageState.DecisionMode(
                view.control().mode(),
                view.control().pinnedMode().isPresent(),
                command.map(ControlCommand::actor).orElse("monitor"),
                command.map(ControlCommand::reason).orElse("the run began so"),
                command.map(ControlCommand::timeMillis).orElse(0L),
                champion.equals(scorers.champion().hash()) ? scorers.modelLabel() : champion.substring(0, 6),
                champion,
                Feature.COUNT,
                scorers.rules().rules().size(),
                scorers.rules().hash(),
                scorers.policy().hash());
    }

    private static PageState.ThroughputFigures rates(LiveRun.RunSnapshot view, LiveCounters counts) {
        var made = view.bill().counts();
        return new PageState.ThroughputFigures(
                view.eventsPerSecond(),
                view.decisionsPerSecond(),
                counts.liveEvents(),
                made.decisions(),
                counts.pendingAnswers(),
                made.decisionsBy(DecidedBy.MODEL),
                made.decisionsBy(DecidedBy.RULES_IN_MODE),
                made.decisionsBy(DecidedBy.RULES_AT_DEADLINE),
                view.deadLetters());
    }

    private static LatencyFigures latency(
            LatencyRecorder book, LiveRun.RunSnapshot view, LiveCounters counts, long nowNanos) {
        return new LatencyFigures(
                BUDGET_MILLIS,
                percentiles(book.recent(nowNanos)),
                percentiles(book.overall()),
                stages(view.decisions()),
                counts.missedDeadlines());
    }

    private static PercentilePair percentiles(Optional<LatencyRecorder.LatencyPercentiles> known) {
        return new PercentilePair(
                known.map(LatencyRecorder.LatencyPercentiles::p50Millis).orElse(null),
                known.map(LatencyRecorder.LatencyPercentiles::p99Millis).orElse(null));
    }

    private static LatencyStages stages(List<LiveRun.DecisionRecord> rows) {
        var timed = rows.stream().filter(row -> row.latencyMicros().isPresent()).toList();
        Double queue = meanMillis(timed, row -> row.decision().timing().queueMicros());
        Double features = meanMillis(timed, row -> row.decision().timing().featureMicros());
        Double decide = meanMillis(timed, row -> row.decision().timing().decideMicros());
        Double whole = meanMillis(timed, row -> row.latencyMicros().orElseThrow());
        Double wayBack = queue == null || features == null || decide == null || whole == null
                ? null
                : Double.valueOf(Math.max(0, whole - queue - features - decide));
        return new LatencyStages(queue, features, decide, wayBack);
    }

    private static @Nullable Double meanMillis(
            List<LiveRun.DecisionRecord> rows, ToLongFunction<LiveRun.DecisionRecord> micros) {
        var mean = rows.stream().mapToLong(micros).average();
        return mean.isPresent() ? Double.valueOf(mean.getAsDouble() / 1e3) : null;
    }

    private static PageState.CostFigures money(firedrill.dashboard.ledger.Bill bill) {
        var money = bill.costs();
        return new PageState.CostFigures(
                money.netCostUsd(),
                money.fraudLossUsd(),
                money.fraudPreventedUsd(),
                money.ltvLostUsd(),
                money.feeLossUsd(),
                money.opportunityLossUsd());
    }

    private static PageState.QualityFigures quality(firedrill.dashboard.ledger.Bill bill) {
        var quality = bill.quality();
        return new PageState.QualityFigures(
                quality.precision(),
                quality.recall().trueValue(),
                quality.falsePositiveRate(),
                quality.truePositives(),
                quality.falsePositives(),
                quality.falseNegatives(),
                quality.trueNegatives());
    }

    private static PageState.UserFigures people(RunSession session, LiveRun.RunSnapshot view) {
        var people = view.bill().users();
        return new PageState.UserFigures(
                session.plan().settings().users() - people.usersLost(),
                people.usersLost(),
                people.usersLostToWordOfMouth(),
                people.complaints(),
                view.bill().counts().legitStoppedEvents());
    }

    private static DriftFigures drift(LiveRun.RunSnapshot view) {
        double critical =
                view.lastReading().map(DriftReading::criticalValue).orElse(DriftSettings.DEFAULT.effectSize());
        return new DriftFigures(view.lastReading().orElse(null), critical, critical * ModeStateMachine.RECOVERY_SHARE);
    }

    private static PageState.MinutePoint minute(MinuteRow row) {
        return new PageState.MinutePoint(
                row.startMillis(),
                row.withdrawals(),
                percent(row.stopped(), row.withdrawals()),
                percent(row.frauds(), row.withdrawals()),
                row.priceUsd(),
                row.p50Millis(),
                row.p99Millis(),
                row.psi());
    }

    private static @Nullable Double percent(long part, long whole) {
        return whole == 0 ? null : Double.valueOf(100.0 * part / whole);
    }

    private static PageState.IncidentSpan incident(RunPlan plan, ScheduledIncident scheduled) {
        long from = plan.settings().startMillis() + scheduled.start().toMillis();
        return new PageState.IncidentSpan(
                describe(scheduled), from, from + scheduled.duration().toMillis());
    }

    private static String describe(ScheduledIncident scheduled) {
        return scheduled.incident().match(fall -> "the price falls %.0f %%".formatted(fall.percent()));
    }

    private static DecisionRow row(LiveRun.DecisionRecord row) {
        return DecisionRow.of(
                row.event(),
                row.decision(),
                row.latencyMicros().map(micros -> micros / 1e3).orElse(null));
    }
}
