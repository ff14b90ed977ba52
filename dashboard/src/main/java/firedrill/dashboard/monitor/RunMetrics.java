package firedrill.dashboard.monitor;

import firedrill.dashboard.ledger.Bill;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.drift.DriftReading;
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
 * Prometheus metrics of a run: prefix {@code firedrill_}, base units, tags of low cardinality; documented in {@code
 * docs/metrics.md}.
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
            .description("From publishing a request to reading its decision, wall clock")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    private final Counter deadLetters = Counter.builder("firedrill.dead.letters")
            .description("Records that the scorer could not decode")
            .register(registry);
    private final Counter duplicates = Counter.builder("firedrill.duplicate.decisions")
            .description("Decisions read more than once; each counts once elsewhere")
            .register(registry);
    private final ModelMetrics models;
    private volatile Mode mode = Mode.MODEL;
    private volatile double psi = Double.NaN;
    private volatile double critical = Double.NaN;

    /** Metrics that read {@code bill} and {@code registry} at each scrape. */
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
        TopicFeed.TOPICS.forEach(this::unreadable);
        gauges();
        money(bill);
        users(bill);
        models = new ModelMetrics(this.registry, registry);
    }

    private Counter decisions(Action action, DecidedBy by) {
        return Counter.builder("firedrill.decisions")
                .description("Decisions by action and decider")
                .tag("action", action.name())
                .tag("decided_by", by.name())
                .register(registry);
    }

    private Counter modeChanges(Mode to) {
        return Counter.builder("firedrill.mode.changes")
                .description("Mode changes by new mode")
                .tag("to", to.name())
                .register(registry);
    }

    private void gauges() {
        Gauge.builder("firedrill.model.active", this, metrics -> metrics.mode == Mode.MODEL ? 1 : 0)
                .description("1 in mode MODEL, 0 in mode RULES")
                .register(registry);
        Gauge.builder("firedrill.drift.psi", this, metrics -> metrics.psi)
                .description("PSI of the last window against the champion's reference; NaN before the first window")
                .register(registry);
        Gauge.builder("firedrill.drift.psi.critical", this, metrics -> metrics.critical)
                .description("Critical value of the PSI at the sample size of the window; NaN before the first window")
                .register(registry);
    }

    private void money(Supplier<Bill> bill) {
        dollars(
                bill,
                "firedrill.fraud.loss",
                "Fraud loss net of recoveries",
                b -> b.costs().fraudLossUsd());
        dollars(
                bill,
                "firedrill.compliance.cost",
                "Expected penalty for laundered money that was released",
                b -> b.costs().complianceCostUsd());
        // No counter: a retry that goes through takes back what its stopped request had prevented.
        Gauge.builder(
                        "firedrill.fraud.prevented",
                        bill,
                        source -> source.get().costs().fraudPreventedUsd())
                .description("Fraudulent value attempted and not released, retries included")
                .baseUnit("usd")
                .register(registry);
        dollars(
                bill,
                "firedrill.ltv.lost",
                "Lifetime value of lost users",
                b -> b.costs().ltvLostUsd());
        dollars(
                bill,
                "firedrill.fee.loss",
                "Fees of honest orders that were stopped",
                b -> b.costs().feeLossUsd());
    }

    private void dollars(Supplier<Bill> bill, String name, String description, ToDoubleFunction<Bill> figure) {
        FunctionCounter.builder(name, bill, source -> figure.applyAsDouble(source.get()))
                .description(description)
                .baseUnit("usd")
                .register(registry);
    }

    private void users(Supplier<Bill> bill) {
        users(
                bill,
                "firedrill.users.lost",
                "Users who left for a competitor",
                b -> b.users().usersLost());
        users(
                bill,
                "firedrill.complaints",
                "Complaints of honest users",
                b -> b.users().complaints());
        users(
                bill,
                "firedrill.decision.deadline.misses",
                "Requests without a decision within the latency budget; the fail mode applied",
                b -> b.users().missedDeadlines());
        users(
                bill,
                "firedrill.legit.stopped",
                "Honest orders and withdrawals that met friction",
                b -> b.counts().legitStoppedEvents());
    }

    private void users(Supplier<Bill> bill, String name, String description, ToDoubleFunction<Bill> figure) {
        FunctionCounter.builder(name, bill, source -> figure.applyAsDouble(source.get()))
                .description(description)
                .register(registry);
    }

    /** Counts an event. */
    public void recordEvent(ExchangeEvent event) {
        Counter.builder("firedrill.events")
                .description("Events by kind")
                .tag("kind", event.kind().label())
                .register(registry)
                .increment();
    }

    /** Counts a decision on its first read. */
    public void recordDecision(Decision decision) {
        decisions(decision.action(), decision.decidedBy()).increment();
        if (decision.versions().role() == ModelRole.STAGED) {
            models.recordStagedDecision();
        }
    }

    /** Counts a shadow score. */
    public void recordShadowScore(ShadowScore score) {
        models.recordShadowScore(score);
    }

    /** Counts a repeated decision. */
    public void recordDuplicate() {
        duplicates.increment();
    }

    /** Records a decision latency. */
    public void recordLatency(Duration decisionLatency) {
        latency.record(decisionLatency);
    }

    /** Records a drift reading. */
    public void recordReading(DriftReading reading) {
        psi = reading.psi();
        critical = reading.criticalValue();
    }

    /** Records a mode change. */
    public void recordModeChange(ModeChange change) {
        mode = change.to();
        modeChanges(change.to()).increment();
    }

    /** Counts a dead letter. */
    public void recordDeadLetter() {
        deadLetters.increment();
    }

    /** Counts a record that the page skipped. */
    public void recordUnreadable(String topic) {
        unreadable(topic).increment();
    }

    private Counter unreadable(String topic) {
        return Counter.builder("firedrill.unreadable.records")
                .description(
                        "Records that the page skipped, by topic: unreadable, or out of the bounds of the run's clock")
                .tag("topic", topic)
                .register(registry);
    }

    /** All metrics in the Prometheus text format. */
    public String scrape() {
        return registry.scrape();
    }
}
