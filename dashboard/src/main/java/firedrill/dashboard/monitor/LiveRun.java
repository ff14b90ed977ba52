package firedrill.dashboard.monitor;

import firedrill.dashboard.ledger.Bill;
import firedrill.dashboard.ledger.Ledger;
import firedrill.dashboard.ledger.LedgerEntry.Tariff;
import firedrill.dashboard.ledger.ShadowComparison;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.DeadLetter;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.Signal;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.engine.ControlLog;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A live run as it is known from its topics: ledger, charts, last decisions, signals.
 *
 * <p>Told by the feed's thread, looked at by others; every method takes the same lock.
 */
public final class LiveRun implements TopicListener {

    private static final int MAX_ROWS = 200;

    private final long startMillis;
    private final RunMetrics metrics;
    private final Ledger ledger;
    private final MinuteSeries minutes = new MinuteSeries();
    private final ThroughputMeter rates = new ThroughputMeter();
    /** Events and decisions that wait for the other half: two topics arrive in any order. */
    private final Map<Long, DecisionRequest> awaitingDecision = new HashMap<>();

    private final Map<Long, Decision> awaitingEvent = new HashMap<>();
    private final ArrayDeque<DecisionRecord> decisions = new ArrayDeque<>();
    private final ArrayDeque<DecisionRecord> stopped = new ArrayDeque<>();
    private final List<ModeChange> modeChanges = new ArrayList<>();
    private final Map<Long, Long> latencyMicros = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > 20 * MAX_ROWS;
        }
    };
    private final RegistryHistory registry;
    private final ShadowComparison shadows = new ShadowComparison();
    private final ClusterMonitor clusters = new ClusterMonitor();
    private final DecisionDeduplicator decidedIds = new DecisionDeduplicator();
    private Optional<DriftReading> lastReading = Optional.empty();
    private final ControlLog control = new ControlLog();
    private Optional<ControlCommand> lastCommand = Optional.empty();
    private long nowMillis;
    private long duplicates;
    private long deadLetters;
    private long unreadable;

    /** A run without a registry. */
    public LiveRun(Tariff tariff, long startMillis) {
        this(tariff, startMillis, new RegistryHistory());
    }

    /**
     * A run that has not begun; what is told of the time before {@code startMillis} is history, and not shown.
     *
     * @param registry outlasts the run
     */
    public LiveRun(Tariff tariff, long startMillis, RegistryHistory registry) {
        this.startMillis = startMillis;
        this.ledger = new Ledger(tariff, startMillis);
        this.registry = registry;
        this.metrics = new RunMetrics(this::bill, registry);
    }

    /** What Prometheus scrapes of this run. */
    public RunMetrics metrics() {
        return metrics;
    }

    @Override
    public synchronized void onEvent(ExchangeEvent event) {
        ledger.recordEvent(event);
        clusters.recordEvent(event);
        if (event.timeMillis() < startMillis) {
            return;
        }
        metrics.recordEvent(event);
        nowMillis = Math.max(nowMillis, event.timeMillis());
        var minute = minutes.at(event.timeMillis());
        minute.priceCents = event.market().priceCents();
        minute.withdrawals += event instanceof Withdrawal ? 1 : 0;
        if (event instanceof DecisionRequest decided) {
            var decision = awaitingEvent.remove(event.id());
            if (decision == null) {
                awaitingDecision.put(event.id(), decided);
            } else {
                addDecision(decided, decision);
            }
        }
    }

    @Override
    public synchronized void onOutcome(Outcome outcome) {
        ledger.recordOutcome(outcome);
        clusters.recordOutcome(outcome);
    }

    @Override
    public synchronized void onTruth(Truth truth) {
        ledger.recordTruth(truth);
        if (truth.timeMillis() < startMillis) {
            return;
        }
        minutes.at(truth.timeMillis()).frauds += truth.atRiskCents() > 0 ? 1 : 0;
    }

    @Override
    public synchronized void onDecision(Decision decision) {
        if (!decidedIds.markDecided(decision.eventId())) {
            duplicates++;
            metrics.recordDuplicate();
            return;
        }
        ledger.recordDecision(decision);
        metrics.recordDecision(decision);
        var event = awaitingDecision.remove(decision.eventId());
        if (event == null) {
            awaitingEvent.put(decision.eventId(), decision);
        } else {
            addDecision(event, decision);
        }
    }

    private void addDecision(DecisionRequest event, Decision decision) {
        minutes.at(event.timeMillis()).stopped +=
                event instanceof Withdrawal && decision.action().isFriction() ? 1 : 0;
        var row = new DecisionRecord(event, decision, Optional.empty());
        addFirst(row, decisions);
        if (decision.action().isFriction()) {
            addFirst(row, stopped);
        }
    }

    private static void addFirst(DecisionRecord row, ArrayDeque<DecisionRecord> newestFirst) {
        newestFirst.addFirst(row);
        if (newestFirst.size() > MAX_ROWS) {
            newestFirst.removeLast();
        }
    }

    @Override
    public synchronized void onShadowScore(ShadowScore score) {
        shadows.record(score);
        metrics.recordShadowScore(score);
    }

    @Override
    public synchronized void onControl(ControlCommand command) {
        control.apply(command);
        if (command.modelCommand().isEmpty()) {
            lastCommand = Optional.of(command);
        }
    }

    @Override
    public synchronized void onSignal(Signal signal) {
        signal.dispatch(report -> recordReading(report.reading()), this::recordModeChange, refusal -> {});
    }

    private void recordReading(DriftReading reading) {
        lastReading = Optional.of(reading);
        minutes.at(reading.timeMillis()).psi = reading.psi();
        metrics.recordReading(reading);
    }

    private void recordModeChange(ModeChange change) {
        modeChanges.add(0, change);
        metrics.recordModeChange(change);
    }

    @Override
    public synchronized void onDeadLetter(DeadLetter letter) {
        deadLetters++;
        metrics.recordDeadLetter();
    }

    @Override
    public synchronized void onUnreadable(String topic, String reason) {
        unreadable++;
    }

    /** The exchange got its answer to {@code eventId} after {@code micros} of wall time. */
    public synchronized void recordLatency(long eventId, long micros) {
        minutes.at(nowMillis).recordLatency(micros);
        latencyMicros.put(eventId, micros);
        metrics.recordLatency(Duration.ofNanos(micros * 1_000));
    }

    /** Which model had the event, if it is among the last that were shown. */
    public synchronized Optional<DecisionProvenance> provenance(long eventId) {
        return Stream.concat(decisions.stream(), stopped.stream())
                .map(DecisionRecord::decision)
                .filter(decision -> decision.eventId() == eventId)
                .findFirst()
                .map(registry::provenance);
    }

    /** Who belongs together, with its own lock. */
    public ClusterMonitor clusters() {
        return clusters;
    }

    /** What it costs by now. */
    public synchronized Bill bill() {
        return ledger.bill();
    }

    /** All that can be seen at one moment; {@code nowNanos} is of a monotonic clock. */
    public synchronized RunSnapshot snapshot(long nowNanos) {
        var bill = ledger.bill();
        var perSecond =
                rates.sample(nowNanos, bill.counts().events(), bill.counts().decisions());
        return new RunSnapshot(
                nowMillis,
                bill,
                perSecond.events(),
                perSecond.decisions(),
                duplicates,
                deadLetters,
                unreadable,
                control.state(),
                lastCommand,
                lastReading,
                List.copyOf(modeChanges),
                decisions.stream().map(this::withLatency).toList(),
                stopped.stream().map(this::withLatency).toList(),
                minutes.rows(),
                shadows.agreements());
    }

    private DecisionRecord withLatency(DecisionRecord row) {
        var micros = latencyMicros.get(row.event().id());
        return micros == null ? row : new DecisionRecord(row.event(), row.decision(), Optional.of(micros));
    }

    /**
     * One decided event, with its decision.
     *
     * @param latencyMicros from publishing to reading back, empty until the exchange has said
     */
    public record DecisionRecord(DecisionRequest event, Decision decision, Optional<Long> latencyMicros) {}

    /**
     * A run at one moment.
     *
     * @param nowMillis simulated time of the latest event, 0 before the first
     * @param modeChanges newest first
     * @param decisions newest first
     * @param stopped those that met friction, newest first
     * @param minutes oldest first
     * @param lastCommand about the mode, not about models
     */
    public record RunSnapshot(
            long nowMillis,
            Bill bill,
            double eventsPerSecond,
            double decisionsPerSecond,
            long duplicates,
            long deadLetters,
            long unreadable,
            ControlState control,
            Optional<ControlCommand> lastCommand,
            Optional<DriftReading> lastReading,
            List<ModeChange> modeChanges,
            List<DecisionRecord> decisions,
            List<DecisionRecord> stopped,
            List<MinuteRow> minutes,
            List<ShadowComparison.ShadowAgreement> shadows) {}
}
