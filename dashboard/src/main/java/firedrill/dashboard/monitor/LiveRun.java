package firedrill.dashboard.monitor;

import firedrill.dashboard.ledger.Bill;
import firedrill.dashboard.ledger.EventIdSet;
import firedrill.dashboard.ledger.Ledger;
import firedrill.dashboard.ledger.LedgerEntry.Tariff;
import firedrill.dashboard.ledger.ShadowComparison;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.RunClock;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.DeadLetter;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.Signal;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.engine.ControlLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A live run as read from its topics: ledger, charts, last decisions, signals.
 *
 * <p>Thread-safe by one lock: the feed writes, the page and the metrics read.
 */
public final class LiveRun implements TopicListener {

    /** Joins of a request and its decision that are still possible; older ones are given up and not shown. */
    private static final int MAX_UNJOINED = 100_000;

    private final long startMillis;
    private final RunMetrics metrics;
    private final Ledger ledger;
    private final MinuteSeries minutes = new MinuteSeries();
    private final ThroughputMeter rates = new ThroughputMeter();
    /** Requests and decisions without their counterpart: two topics arrive in any order. */
    private final Map<Long, DecisionRequest> awaitingDecision = new RecentEntries<>(MAX_UNJOINED);

    private final Map<Long, Decision> awaitingEvent = new RecentEntries<>(MAX_UNJOINED);
    private final RecentDecisions decisions = new RecentDecisions();
    private final List<ModeChange> modeChanges = new ArrayList<>();
    private final RegistryHistory registry;
    private final ShadowComparison shadows = new ShadowComparison();
    private final ClusterMonitor clusters = new ClusterMonitor();
    private final EventIdSet publishedIds = new EventIdSet();
    private final EventIdSet decidedIds = new EventIdSet();
    private Optional<DriftReading> lastReading = Optional.empty();
    private final ControlLog control = new ControlLog();
    private Optional<ControlCommand> lastCommand = Optional.empty();
    private final RunClock clock;
    private final UnreadableRecords unreadable;
    private long deadLetters;

    /** A run without a model registry. */
    public LiveRun(Tariff tariff, long startMillis) {
        this(tariff, startMillis, new RegistryHistory());
    }

    /**
     * A run without events; events before {@code startMillis} of simulated time are history and not shown.
     *
     * @param registry history of the model registry, which outlasts the run
     */
    public LiveRun(Tariff tariff, long startMillis, RegistryHistory registry) {
        this.startMillis = startMillis;
        this.ledger = new Ledger(tariff, startMillis);
        this.registry = registry;
        this.clock = RunClock.startingAt(startMillis);
        this.metrics = new RunMetrics(this::bill, registry);
        this.unreadable = new UnreadableRecords(metrics);
    }

    /** Prometheus metrics of this run. */
    public RunMetrics metrics() {
        return metrics;
    }

    @Override
    public synchronized void onEvent(ExchangeEvent event) {
        if (event.timeMillis() < startMillis) {
            ledger.recordEvent(event);
            clusters.recordEvent(event);
            return;
        }
        if (!publishedIds.add(event.id())) {
            return;
        }
        ledger.recordEvent(event);
        clusters.recordEvent(event);
        metrics.recordEvent(event);
        clock.record(event.timeMillis());
        var minute = minutes.at(event.timeMillis());
        minute.priceCents = event.market().priceCents();
        minute.withdrawals += event.isWithdrawal() ? 1 : 0;
        event.asRequest().filter(DecisionRequest::requiresDecision).ifPresent(this::joinRequest);
    }

    private void joinRequest(DecisionRequest request) {
        var decision = awaitingEvent.remove(request.id());
        if (decision == null) {
            awaitingDecision.put(request.id(), request);
        } else {
            addDecision(request, decision);
        }
    }

    @Override
    public synchronized void onOutcome(Outcome outcome) {
        ledger.recordOutcome(outcome);
        clusters.recordOutcome(outcome);
    }

    /** Records an outcome of the aftermath, which lies days after the events of the run. */
    public synchronized void settle(Outcome outcome) {
        ledger.recordOutcome(outcome);
    }

    @Override
    public synchronized void onTruth(Truth truth) {
        ledger.recordTruth(truth);
        if (truth.timeMillis() >= startMillis) {
            minutes.at(truth.timeMillis()).frauds += truth.atRiskCents() > 0 ? 1 : 0;
        }
    }

    @Override
    public synchronized void onDepartureRisk(DepartureRisk risk) {
        ledger.recordDepartureRisk(risk);
    }

    @Override
    public synchronized void onDecision(Decision decision) {
        if (!decidedIds.isInRange(decision.eventId())) {
            return;
        }
        if (!decidedIds.add(decision.eventId())) {
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
                event.isWithdrawal() && decision.action().isFriction() ? 1 : 0;
        decisions.add(event, decision);
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
        signal.dispatch(
                report -> recordReading(report.reading()), this::recordModeChange, refusal -> {}, quarantine -> {});
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
        unreadable.add(topic, reason);
    }

    /** Records that the exchange read the decision on an event {@code micros} of wall time after its publication. */
    public synchronized void recordLatency(long eventId, long micros) {
        minutes.at(clock.latestMillis()).recordLatency(micros);
        decisions.recordLatency(eventId, micros);
        metrics.recordLatency(Duration.ofNanos(micros * 1_000));
    }

    /** Provenance of a decision; empty if it is not among the most recent ones. */
    public synchronized Optional<DecisionProvenance> provenance(long eventId) {
        return decisions.find(eventId).map(registry::provenance);
    }

    /** Clusters of users, with a lock of their own. */
    public ClusterMonitor clusters() {
        return clusters;
    }

    /** The bill so far. */
    public synchronized Bill bill() {
        return ledger.bill();
    }

    /** The state at one moment; {@code nowNanos} is a monotonic time. */
    public synchronized RunSnapshot snapshot(long nowNanos) {
        var bill = ledger.bill();
        var perSecond =
                rates.sample(nowNanos, bill.counts().events(), bill.counts().decisions());
        return new RunSnapshot(
                clock.latestMillis(),
                bill,
                perSecond.events(),
                perSecond.decisions(),
                deadLetters,
                control.state(),
                lastCommand,
                lastReading,
                List.copyOf(modeChanges),
                decisions.all(),
                decisions.stopped(),
                minutes.rows(),
                shadows.agreements());
    }

    /**
     * A decided event with its decision.
     *
     * @param latencyMicros from the publication of the request to the read of the decision; empty until it is reported
     */
    public record DecisionRecord(DecisionRequest event, Decision decision, Optional<Long> latencyMicros) {}

    /**
     * A run at one moment.
     *
     * @param nowMillis simulated time that the run has reached by its events, 0 before the first
     * @param modeChanges newest first
     * @param decisions newest first
     * @param stopped decisions with friction, newest first
     * @param minutes oldest first
     * @param lastCommand the last command on the mode
     */
    public record RunSnapshot(
            long nowMillis,
            Bill bill,
            double eventsPerSecond,
            double decisionsPerSecond,
            long deadLetters,
            ControlState control,
            Optional<ControlCommand> lastCommand,
            Optional<DriftReading> lastReading,
            List<ModeChange> modeChanges,
            List<DecisionRecord> decisions,
            List<DecisionRecord> stopped,
            List<MinuteRow> minutes,
            List<ShadowComparison.ShadowAgreement> shadows) {}
}
