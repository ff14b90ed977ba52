package firedrill.dashboard.cli;

import firedrill.dashboard.feed.LatencyBook;
import firedrill.dashboard.feed.MinuteRow;
import firedrill.dashboard.feed.RegistryBook;
import firedrill.dashboard.feed.Run;
import firedrill.dashboard.feed.VersionRow;
import firedrill.dashboard.web.Bill;
import firedrill.dashboard.web.DecisionRow;
import firedrill.dashboard.web.Health;
import firedrill.dashboard.web.ModeChangeRow;
import firedrill.dashboard.web.PageState;
import firedrill.dashboard.web.PageState.Drift;
import firedrill.dashboard.web.PageState.Latency;
import firedrill.dashboard.web.PageState.Latency.Percentiles;
import firedrill.dashboard.web.PageState.Latency.Stages;
import firedrill.dashboard.web.PageState.Phase;
import firedrill.dashboard.web.RegistryState;
import firedrill.ingest.incident.Incident.PriceFall;
import firedrill.ingest.incident.Scheduled;
import firedrill.ingest.publish.LiveCounts;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Roster;
import firedrill.scoring.decision.Signal.DriftReading;
import firedrill.scoring.drift.ModeMachine;
import firedrill.scoring.drift.MonitorSettings;
import firedrill.scoring.evaluation.CardDocument;
import firedrill.scoring.evaluation.CardFile;
import firedrill.scoring.feature.Feature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** From a session and its run to what the page shows. */
final class PageAssembly {

    private static final double BUDGET_MILLIS = 50;

    private final Scorers scorers;
    private final CardDocument card;
    private final List<PageState.ScenarioChoice> scenarios;

    PageAssembly(Scorers scorers, List<PageState.ScenarioChoice> scenarios) {
        this.scorers = scorers;
        this.card = CardFile.of(scorers.model(), scorers.policy());
        this.scenarios = scenarios;
    }

    PageState state(Session session, RegistryBook registry, Phase phase, Bill bill, Health health, long nowNanos) {
        var view = session.run().view(nowNanos);
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
                view.minutes().stream().map(PageAssembly::minute).toList(),
                session.plan().scenario().timeline().stream()
                        .map(scheduled -> incident(session.plan(), scheduled))
                        .toList(),
                view.rows().stream().map(PageAssembly::row).toList(),
                view.stopped().stream().map(PageAssembly::row).toList(),
                view.modeChanges().stream().map(ModeChangeRow::of).toList(),
                registry(view, registry),
                scenarios,
                bill,
                health);
    }

    private static PageState.Run run(RunPlan plan, Phase phase, Run.View view) {
        long start = plan.settings().startMillis();
        return new PageState.Run(
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

    private static RegistryState registry(Run.View view, RegistryBook registry) {
        return new RegistryState(
                VersionRow.of(registry),
                view.shadows(),
                newestFirst(registry.history()),
                newestFirst(registry.refusals()));
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst) {
        var reversed = new ArrayList<>(oldestFirst);
        Collections.reverse(reversed);
        return reversed;
    }

    /** What is known of the model that decides now. */
    CardDocument card(RegistryBook registry) {
        var champion = champion(registry);
        if (champion.equals(card.modelHash())) {
            return card;
        }
        return registry.announcement(champion)
                .map(announced -> CardDocument.without(
                        champion, announced.name(), List.of("By " + announced.by() + ", because: " + announced.why())))
                .orElseGet(() -> CardDocument.without(champion, champion, List.of("By nobody knows whom.")));
    }

    private String champion(RegistryBook registry) {
        return registry.control()
                .roster()
                .champion()
                .map(Roster.Appointment::model)
                .orElse(scorers.champion().hash());
    }

    private PageState.Decider decider(Run.View view, RegistryBook registry) {
        var champion = champion(registry);
        var command = view.lastCommand();
        return new PageState.Decider(
                view.control().mode(),
                view.control().pinned().isPresent(),
                command.map(ControlCommand::by).orElse("monitor"),
                command.map(ControlCommand::why).orElse("the run began so"),
                command.map(ControlCommand::timeMillis).orElse(0L),
                champion.equals(scorers.champion().hash()) ? scorers.modelVersion() : champion.substring(0, 6),
                champion,
                Feature.COUNT,
                scorers.rules().rules().size(),
                scorers.rules().hash(),
                scorers.policy().hash());
    }

    private static PageState.Rates rates(Run.View view, LiveCounts counts) {
        var made = view.bill().counts();
        return new PageState.Rates(
                view.eventsPerSecond(),
                view.decisionsPerSecond(),
                counts.events(),
                made.decisions(),
                counts.waiting(),
                made.decidedBy(DecidedBy.MODEL),
                made.decidedBy(DecidedBy.RULES_IN_MODE),
                made.decidedBy(DecidedBy.RULES_AT_DEADLINE),
                view.deadLetters());
    }

    private static Latency latency(LatencyBook book, Run.View view, LiveCounts counts, long nowNanos) {
        return new Latency(
                BUDGET_MILLIS,
                percentiles(book.recent(nowNanos)),
                percentiles(book.whole()),
                stages(view.rows()),
                counts.missedDeadlines());
    }

    private static Percentiles percentiles(Optional<LatencyBook.Percentiles> known) {
        return new Percentiles(
                known.map(LatencyBook.Percentiles::p50Millis).orElse(null),
                known.map(LatencyBook.Percentiles::p99Millis).orElse(null));
    }

    private static Stages stages(List<Run.Row> rows) {
        var timed = rows.stream().filter(row -> row.latencyMicros().isPresent()).toList();
        Double queue = meanMillis(timed, row -> row.decision().timing().queueMicros());
        Double features = meanMillis(timed, row -> row.decision().timing().featureMicros());
        Double decide = meanMillis(timed, row -> row.decision().timing().decideMicros());
        Double whole = meanMillis(timed, row -> row.latencyMicros().orElseThrow());
        Double wayBack = queue == null || features == null || decide == null || whole == null
                ? null
                : Double.valueOf(Math.max(0, whole - queue - features - decide));
        return new Stages(queue, features, decide, wayBack);
    }

    private static @Nullable Double meanMillis(List<Run.Row> rows, ToLongFunction<Run.Row> micros) {
        var mean = rows.stream().mapToLong(micros).average();
        return mean.isPresent() ? Double.valueOf(mean.getAsDouble() / 1e3) : null;
    }

    private static PageState.Money money(firedrill.dashboard.ledger.Bill bill) {
        var money = bill.money();
        return new PageState.Money(
                money.netCostUsd(),
                money.fraudLossUsd(),
                money.fraudPreventedUsd(),
                money.ltvLostUsd(),
                money.feeLossUsd(),
                money.opportunityLossUsd());
    }

    private static PageState.Quality quality(firedrill.dashboard.ledger.Bill bill) {
        var quality = bill.quality();
        return new PageState.Quality(
                quality.precision(),
                quality.recall().trueValue(),
                quality.falsePositiveRate(),
                quality.fraudStopped(),
                quality.honestStopped(),
                quality.fraudMissed(),
                quality.honestPassed());
    }

    private static PageState.People people(Session session, Run.View view) {
        var people = view.bill().people();
        return new PageState.People(
                session.plan().settings().users() - people.usersLost(),
                people.usersLost(),
                people.usersLostToWordOfMouth(),
                people.complaints(),
                view.bill().counts().legitStoppedEvents());
    }

    private static Drift drift(Run.View view) {
        double critical = view.lastReading().map(DriftReading::critical).orElse(MonitorSettings.DEFAULT.effect());
        return new Drift(view.lastReading().orElse(null), critical, critical * ModeMachine.CALM_SHARE);
    }

    private static PageState.Minute minute(MinuteRow row) {
        return new PageState.Minute(
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

    private static PageState.Incident incident(RunPlan plan, Scheduled scheduled) {
        long from = plan.settings().startMillis() + scheduled.at().toMillis();
        return new PageState.Incident(
                inWords(scheduled), from, from + scheduled.lasting().toMillis());
    }

    private static String inWords(Scheduled scheduled) {
        return scheduled.incident() instanceof PriceFall fall
                ? "the price falls %.0f %%".formatted(fall.percent())
                : scheduled.incident().toString();
    }

    private static DecisionRow row(Run.Row row) {
        return DecisionRow.of(
                row.event(),
                row.decision(),
                row.latencyMicros().map(micros -> micros / 1e3).orElse(null));
    }
}
