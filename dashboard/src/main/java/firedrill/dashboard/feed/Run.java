package firedrill.dashboard.feed;

import firedrill.dashboard.ledger.Bill;
import firedrill.dashboard.ledger.Entry.Tariff;
import firedrill.dashboard.ledger.Ledger;
import firedrill.dashboard.ledger.ShadowBook;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.Control;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.DeadLetter;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.Signal;
import firedrill.scoring.decision.Signal.DriftReading;
import firedrill.scoring.decision.Signal.ModeChange;
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
public final class Run implements RunListener {

    private static final int ROWS = 200;

    private final long startMillis;
    private final Metrics metrics;
    private final Ledger ledger;
    private final Minutes minutes = new Minutes();
    private final Rates rates = new Rates();
    /** Events and decisions that wait for the other half: two topics arrive in any order. */
    private final Map<Long, Decided> undecided = new HashMap<>();

    private final Map<Long, Decision> unmatched = new HashMap<>();
    private final ArrayDeque<Row> rows = new ArrayDeque<>();
    private final ArrayDeque<Row> stopped = new ArrayDeque<>();
    private final List<ModeChange> modeChanges = new ArrayList<>();
    private final Map<Long, Long> latencyMicros = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > 20 * ROWS;
        }
    };
    private final RegistryBook registry;
    private final ShadowBook shadows = new ShadowBook();
    private final ClusterBook clusters = new ClusterBook();
    private final DecidedIds decidedIds = new DecidedIds();
    private Optional<DriftReading> lastReading = Optional.empty();
    private Control control = Control.START;
    private Optional<ControlCommand> lastCommand = Optional.empty();
    private long nowMillis;
    private long duplicates;
    private long deadLetters;
    private long unreadable;

    /** A run without a registry. */
    public Run(Tariff tariff, long startMillis) {
        this(tariff, startMillis, new RegistryBook());
    }

    /**
     * A run that has not begun; what is told of the time before {@code startMillis} is history, and not shown.
     *
     * @param registry outlasts the run
     */
    public Run(Tariff tariff, long startMillis, RegistryBook registry) {
        this.startMillis = startMillis;
        this.ledger = new Ledger(tariff, startMillis);
        this.registry = registry;
        this.metrics = new Metrics(this::bill, registry);
    }

    /** What Prometheus scrapes of this run. */
    public Metrics metrics() {
        return metrics;
    }

    @Override
    public synchronized void event(ExchangeEvent event) {
        ledger.event(event);
        clusters.event(event);
        if (event.timeMillis() < startMillis) {
            return;
        }
        metrics.event(event);
        nowMillis = Math.max(nowMillis, event.timeMillis());
        var minute = minutes.at(event.timeMillis());
        minute.priceCents = event.market().priceCents();
        minute.withdrawals += event instanceof Withdrawal ? 1 : 0;
        if (event instanceof Decided decided) {
            var decision = unmatched.remove(event.id());
            if (decision == null) {
                undecided.put(event.id(), decided);
            } else {
                show(decided, decision);
            }
        }
    }

    @Override
    public synchronized void outcome(Outcome outcome) {
        ledger.outcome(outcome);
        clusters.outcome(outcome);
    }

    @Override
    public synchronized void truth(Truth truth) {
        ledger.truth(truth);
        if (truth.timeMillis() < startMillis) {
            return;
        }
        minutes.at(truth.timeMillis()).frauds += truth.atRiskCents() > 0 ? 1 : 0;
    }

    @Override
    public synchronized void decision(Decision decision) {
        if (!decidedIds.add(decision.eventId())) {
            duplicates++;
            metrics.duplicate();
            return;
        }
        ledger.decision(decision);
        metrics.decision(decision);
        var event = undecided.remove(decision.eventId());
        if (event == null) {
            unmatched.put(decision.eventId(), decision);
        } else {
            show(event, decision);
        }
    }

    private void show(Decided event, Decision decision) {
        minutes.at(event.timeMillis()).stopped +=
                event instanceof Withdrawal && decision.action().isFriction() ? 1 : 0;
        var row = new Row(event, decision, Optional.empty());
        keep(row, rows);
        if (decision.action().isFriction()) {
            keep(row, stopped);
        }
    }

    private static void keep(Row row, ArrayDeque<Row> newestFirst) {
        newestFirst.addFirst(row);
        if (newestFirst.size() > ROWS) {
            newestFirst.removeLast();
        }
    }

    @Override
    public synchronized void shadow(ShadowScore score) {
        shadows.add(score);
        metrics.shadow(score);
    }

    @Override
    public synchronized void control(ControlCommand command) {
        control = control.after(command);
        if (!(command instanceof ModelCommand)) {
            lastCommand = Optional.of(command);
        }
    }

    @Override
    public synchronized void signal(Signal signal) {
        if (signal instanceof DriftReading reading) {
            lastReading = Optional.of(reading);
            minutes.at(reading.timeMillis()).psi = reading.psi();
            metrics.reading(reading);
        } else if (signal instanceof ModeChange change) {
            modeChanges.add(0, change);
            metrics.modeChange(change);
        }
    }

    @Override
    public synchronized void deadLetter(DeadLetter letter) {
        deadLetters++;
        metrics.deadLetter();
    }

    @Override
    public synchronized void unreadable(String topic, String reason) {
        unreadable++;
    }

    /** The exchange got its answer to {@code eventId} after {@code micros} of wall time. */
    public synchronized void latency(long eventId, long micros) {
        minutes.at(nowMillis).latency(micros);
        latencyMicros.put(eventId, micros);
        metrics.latency(Duration.ofNanos(micros * 1_000));
    }

    /** Which model had the event, if it is among the last that were shown. */
    public synchronized Optional<WhichModel> which(long eventId) {
        return Stream.concat(rows.stream(), stopped.stream())
                .map(Row::decision)
                .filter(decision -> decision.eventId() == eventId)
                .findFirst()
                .map(registry::which);
    }

    /** Who belongs together, with its own lock. */
    public ClusterBook clusters() {
        return clusters;
    }

    /** What it costs by now. */
    public synchronized Bill bill() {
        return ledger.bill();
    }

    /** All that can be seen at one moment; {@code nowNanos} is of a monotonic clock. */
    public synchronized View view(long nowNanos) {
        var bill = ledger.bill();
        var perSecond =
                rates.look(nowNanos, bill.counts().events(), bill.counts().decisions());
        return new View(
                nowMillis,
                bill,
                perSecond.events(),
                perSecond.decisions(),
                duplicates,
                deadLetters,
                unreadable,
                control,
                lastCommand,
                lastReading,
                List.copyOf(modeChanges),
                rows.stream().map(this::timed).toList(),
                stopped.stream().map(this::timed).toList(),
                minutes.rows(),
                shadows.figures());
    }

    private Row timed(Row row) {
        var micros = latencyMicros.get(row.event().id());
        return micros == null ? row : new Row(row.event(), row.decision(), Optional.of(micros));
    }

    /**
     * One decided event, with its decision.
     *
     * @param latencyMicros from publishing to reading back, empty until the exchange has said
     */
    public record Row(Decided event, Decision decision, Optional<Long> latencyMicros) {}

    /**
     * A run at one moment.
     *
     * @param nowMillis simulated time of the latest event, 0 before the first
     * @param modeChanges newest first
     * @param rows newest first
     * @param stopped those that met friction, newest first
     * @param minutes oldest first
     * @param lastCommand about the mode, not about models
     */
    public record View(
            long nowMillis,
            Bill bill,
            double eventsPerSecond,
            double decisionsPerSecond,
            long duplicates,
            long deadLetters,
            long unreadable,
            Control control,
            Optional<ControlCommand> lastCommand,
            Optional<DriftReading> lastReading,
            List<ModeChange> modeChanges,
            List<Row> rows,
            List<Row> stopped,
            List<MinuteRow> minutes,
            List<ShadowBook.Figures> shadows) {}
}
