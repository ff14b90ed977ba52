package firedrill.dashboard.monitor;

import firedrill.dashboard.ledger.Bill;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.registry.ModelRole;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * What Prometheus scrapes: names begin with {@code firedrill_}, base units, few and small tag values; documented in
 * {@code docs/metrics.md}.
 */
public final class RunMetrics {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(35),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer latency = Timer.builder("firedrill.decision.latency")
            .description("From asking to reading the decision, wall clock")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    private final Counter deadLetters = Counter.builder("firedrill.dead.letters")
            .description("Records that could not be read")
            .register(registry);
    private final Counter duplicates = Counter.builder("firedrill.duplicate.decisions")
            .description("Decisions read more than once, counted once")
            .register(registry);
    private final ModelMetrics models;
    private volatile Mode mode = Mode.MODEL;
    private volatile double psi = Double.NaN;
    private volatile double critical = Double.NaN;

    /** Metrics whose money and people are read from {@code bill}, and whose models from {@code registry}, at each scrape. */
    public RunMetrics(Supplier<Bill> bill, RegistryHistory registry) {
        // Every series exists from the start, at 0: a rate needs a first sample.
        for (var action : Action.values()) {
            for (var by : DecidedBy.values()) {
                decisions(action, by);
            }
        }
        for (var to : Mode.values()) {
            modeChanges(to);
        }
        gauges();
        money(bill);
        users(bill);
        models = new ModelMetrics(this.registry, registry);
    }

    private Counter decisions(Action action, DecidedBy by) {
        return Counter.builder("firedrill.decisions")
                .description("Decisions by action and by what made them")
                .tag("action", action.name())
                .tag("by", by.name())
                .register(registry);
    }

    private Counter modeChanges(Mode to) {
        return Counter.builder("firedrill.mode.changes")
                .description("How often somebody else took over")
                .tag("to", to.name())
                .register(registry);
    }

    private void gauges() {
        Gauge.builder("firedrill.mode", this, metrics -> metrics.mode == Mode.MODEL ? 1 : 0)
                .description("1 while the model decides, 0 while the rules do")
                .register(registry);
        Gauge.builder("firedrill.drift.psi", this, metrics -> metrics.psi)
                .description(
                        "Score distribution of the last window against the champion's reference; NaN before the first")
                .register(registry);
        Gauge.builder("firedrill.drift.psi.critical", this, metrics -> metrics.critical)
                .description("What the PSI must exceed at this sample size; NaN before the first window")
                .register(registry);
    }

    private void money(Supplier<Bill> bill) {
        dollars(
                bill,
                "firedrill.fraud.loss",
                "Stolen and not recovered",
                b -> b.costs().fraudLossUsd());
        dollars(
                bill,
                "firedrill.fraud.prevented",
                "At risk, did not leave",
                b -> b.costs().fraudPreventedUsd());
        dollars(
                bill,
                "firedrill.ltv.lost",
                "What users who left were worth",
                b -> b.costs().ltvLostUsd());
        dollars(
                bill,
                "firedrill.fee.loss",
                "Fees of orders that did not happen",
                b -> b.costs().feeLossUsd());
    }

    private void dollars(Supplier<Bill> bill, String name, String description, ToDoubleFunction<Bill> figure) {
        FunctionCounter.builder(name, bill, source -> figure.applyAsDouble(source.get()))
                .description(description)
                .baseUnit("usd")
                .register(registry);
    }

    private void users(Supplier<Bill> bill) {
        users(bill, "firedrill.users.lost", "Users who left", b -> b.users().usersLost());
        users(
                bill,
                "firedrill.complaints",
                "Complaints of honest users",
                b -> b.users().complaints());
        users(
                bill,
                "firedrill.missed.deadlines",
                "Requests without a decision within the budget",
                b -> b.users().missedDeadlines());
        users(
                bill,
                "firedrill.honest.stopped",
                "Honest events that met friction",
                b -> b.counts().legitStoppedEvents());
    }

    private void users(Supplier<Bill> bill, String name, String description, ToDoubleFunction<Bill> figure) {
        FunctionCounter.builder(name, bill, source -> figure.applyAsDouble(source.get()))
                .description(description)
                .register(registry);
    }

    /** An event was read. */
    public void recordEvent(ExchangeEvent event) {
        Counter.builder("firedrill.events")
                .description("Events by kind")
                .tag("kind", event.getClass().getSimpleName())
                .register(registry)
                .increment();
    }

    /** A decision was read for the first time. */
    public void recordDecision(Decision decision) {
        decisions(decision.action(), decision.decidedBy()).increment();
        if (decision.versions().role() == ModelRole.STAGED) {
            models.recordStagedDecision();
        }
    }

    /** A challenger scored an event. */
    public void recordShadowScore(ShadowScore score) {
        models.recordShadowScore(score);
    }

    /** A decision was read again. */
    public void recordDuplicate() {
        duplicates.increment();
    }

    /** The exchange got an answer this long after it asked. */
    public void recordLatency(Duration sinceAsking) {
        latency.record(sinceAsking);
    }

    /** The monitor looked at the scores. */
    public void recordReading(DriftReading reading) {
        psi = reading.psi();
        critical = reading.criticalValue();
    }

    /** Somebody else decides. */
    public void recordModeChange(ModeChange change) {
        mode = change.to();
        modeChanges(change.to()).increment();
    }

    /** A record could not be read. */
    public void recordDeadLetter() {
        deadLetters.increment();
    }

    /** Everything, in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }
}
