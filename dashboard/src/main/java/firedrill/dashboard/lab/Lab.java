package firedrill.dashboard.lab;

import firedrill.dashboard.ledger.Bill;
import firedrill.dashboard.ledger.Ledger;
import firedrill.dashboard.ledger.LedgerEntry.Tariff;
import firedrill.dashboard.ledger.Posting;
import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.exchange.ExchangeListener;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.exchange.WorldParameters;
import firedrill.ingest.scenario.Scenario;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.engine.ScoringParameters;
import firedrill.scoring.model.artifact.LoadedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The exchange, the scoring core and an operator in one thread, as fast as the CPU goes.
 *
 * <p>Same scenario, operator, seed and length: same arm, byte for byte. Another operator meets the same market, the
 * same users' intentions and the same attackers. After its length a run may have an aftermath, in which nobody asks for
 * anything new, the market goes on, and what is pending settles: holds, reviews, reports, departures, word of mouth.
 */
public final class Lab {

    /** Time after which a run counts as settled: almost all holds have ended and almost all who leave have left. */
    public static final Duration SETTLING_TIME = Duration.ofDays(3);

    private final ExchangeSettings settings;
    private final Supplier<Decider> deciders;
    private final LoadedModel seedModel;
    private final List<LoadedModel> versions;
    private final Duration aftermath;

    /**
     * A lab for runs of one exchange under one scorer.
     *
     * @param deciders makes one for each run, since a decider serves one thread
     * @param seedModel the model of these deciders, or the one they stand for: its name and its reference distribution
     *     are used
     */
    public Lab(ExchangeSettings settings, Supplier<Decider> deciders, LoadedModel seedModel) {
        this(settings, deciders, seedModel, List.of(), Duration.ZERO);
    }

    private Lab(
            ExchangeSettings settings,
            Supplier<Decider> deciders,
            LoadedModel seedModel,
            List<LoadedModel> versions,
            Duration aftermath) {
        this.settings = settings;
        this.deciders = deciders;
        this.seedModel = seedModel;
        this.versions = versions;
        this.aftermath = aftermath;
    }

    /** The same scorer at another exchange. */
    public Lab withSettings(ExchangeSettings other) {
        return new Lab(other, deciders, seedModel, versions, aftermath);
    }

    /** The same scorer with further versions in its registry, which operators can promote, stage and shadow. */
    public Lab withVersions(List<LoadedModel> others) {
        return new Lab(settings, deciders, seedModel, List.copyOf(others), aftermath);
    }

    /** The same, with an aftermath of this length after each run; without one, the bill is that of the run's end. */
    public Lab withAftermath(Duration length) {
        return new Lab(settings, deciders, seedModel, versions, length);
    }

    public ExchangeSettings settings() {
        return settings;
    }

    /** Simulated start time of every run. */
    public long startMillis() {
        return settings.startMillis();
    }

    /** Fees, recovery, review cost and penalties of every run, unless a scenario overrides them. */
    public Tariff tariff() {
        return tariff(settings.world());
    }

    /** Fees, recovery, review cost and penalties of an exchange with these parameters. */
    public static Tariff tariff(WorldParameters world) {
        var exchange = world.exchange();
        return new Tariff(
                exchange.economics().orderFeeBps(),
                exchange.economics().recoveryShare(),
                exchange.reviewCostCents(),
                exchange.economics().launderingPenaltyShare());
    }

    /** The arm of {@code operator}, from the opening of the exchange for {@code length} of simulated time. */
    public Arm run(Scenario scenario, Operator operator, long seed, Duration length) {
        return run(scenario, operator, seed, length, RunObserver.NONE);
    }

    /** The same with an observer. */
    public Arm run(Scenario scenario, Operator operator, long seed, Duration length, RunObserver observer) {
        return run(scenario, operator, seed, length, observer, posting -> {});
    }

    /** The same; {@code journal} receives each posting. */
    public Arm run(
            Scenario scenario,
            Operator operator,
            long seed,
            Duration length,
            RunObserver observer,
            Consumer<Posting> journal) {
        var world = settings.withParametersOf(scenario).world();
        var ledger = new Ledger(tariff(world), settings.startMillis(), journal);
        var scorer = new SynchronousScorer(
                deciders.get(),
                seedModel.reference(),
                ScoringParameters.of(world.set()).drift());
        if (!versions.isEmpty()) {
            scorer.admit(seedModel.card().name(), versions, settings.startMillis());
        }
        var timeline = new Timeline(settings.startMillis(), length);
        var listener = new ScoringListener(scorer, operator, ledger, RunObservers.combine(timeline, observer));
        var exchange = new Exchange(settings, scenario, seed, 1, listener);
        listener.exchange = exchange;
        play(exchange, ledger, length);
        return new Arm(
                scenario.id(),
                operator.label(),
                seed,
                length.toSeconds(),
                aftermath.toSeconds(),
                world.set().identity(),
                settings.withWorld(world).fraudDensity(),
                ledger.bill(),
                settings.withWorld(world).reviewCapacity(length),
                timeline.intervals(),
                listener.scorer.modeChanges(),
                listener.scorer.alarms(),
                listener.scorer.shadowAgreements(),
                listener.scorer.refusals());
    }

    private void play(Exchange exchange, Ledger ledger, Duration length) {
        exchange.publishHistory();
        long endMillis = exchange.startMillis() + length.toMillis();
        exchange.runUntil(endMillis);
        ledger.closeRequests(endMillis);
        exchange.closeRequests();
        exchange.runUntil(endMillis + aftermath.toMillis());
        ledger.closeBooks();
    }

    /**
     * The arms of {@code operator} on {@code seeds}, as many at a time as there are cores; in the order of the seeds.
     */
    public List<Arm> runAll(Scenario scenario, Operator operator, List<Long> seeds, Duration length) {
        return seeds.parallelStream()
                .map(seed -> run(scenario, operator, seed, length))
                .toList();
    }

    /**
     * All operators on the same seeds, thresholds included; {@code progress} receives each operator before its runs.
     */
    public Comparison compare(Scenario scenario, List<Long> seeds, Duration length, Consumer<Operator> progress) {
        var armsByOperator = new LinkedHashMap<Operator, List<Arm>>();
        for (var operator : Operator.Baseline.values()) {
            progress.accept(operator);
            armsByOperator.put(operator, runAll(scenario, operator, seeds, length));
        }
        return new Comparison(
                scenario.id(),
                seeds.size(),
                length.toSeconds(),
                aftermath.toSeconds(),
                Bill.lossCapUsd(),
                settings.withParametersOf(scenario).world().set().identity(),
                settings.withParametersOf(scenario).fraudDensity(),
                Comparison.rows(armsByOperator),
                thresholdCurve(scenario, seeds, length, progress));
    }

    /** Net cost of one global threshold, by threshold. */
    public ThresholdCurve thresholdCurve(
            Scenario scenario, List<Long> seeds, Duration length, Consumer<Operator> progress) {
        var points = new ArrayList<ThresholdCurve.ThresholdPoint>();
        for (double threshold : ThresholdCurve.GRID) {
            var operator = new Operator.ThresholdOperator(threshold);
            progress.accept(operator);
            points.add(ThresholdCurve.point(threshold, runAll(scenario, operator, seeds, length)));
        }
        return ThresholdCurve.of(points);
    }

    /** Scores every event at once and feeds the ledger. */
    private static final class ScoringListener implements ExchangeListener {

        private final SynchronousScorer scorer;
        private final Operator operator;
        private final Ledger ledger;
        private final RunObserver observer;
        private final Iterator<ControlCommand> commands;
        private @Nullable ControlCommand nextCommand;
        private @Nullable Exchange exchange;

        ScoringListener(SynchronousScorer scorer, Operator operator, Ledger ledger, RunObserver observer) {
            this.observer = observer;
            this.scorer = scorer;
            this.operator = operator;
            this.ledger = ledger;
            this.commands = operator.commands().iterator();
            this.nextCommand = commands.hasNext() ? commands.next() : null;
        }

        @Override
        public void onEvent(ExchangeEvent event) {
            applyCommandsUntil(event.timeMillis());
            ledger.recordEvent(event);
            var decision = scorer.observe(event).map(operator::override).orElse(null);
            observer.onEvent(event, decision);
            if (decision != null && exchange != null) {
                ledger.recordDecision(decision);
                exchange.apply(decision.answer(), event.timeMillis());
            }
        }

        private void applyCommandsUntil(long timeMillis) {
            for (var due = nextCommand; due != null && due.timeMillis() <= timeMillis; due = nextCommand) {
                scorer.apply(due);
                nextCommand = commands.hasNext() ? commands.next() : null;
            }
        }

        @Override
        public void onOutcome(Outcome outcome) {
            ledger.recordOutcome(outcome);
            scorer.observeOutcome(outcome);
            observer.onOutcome(outcome);
        }

        @Override
        public void onTruth(Truth truth) {
            ledger.recordTruth(truth);
            observer.onTruth(truth);
        }

        @Override
        public void onDepartureRisk(DepartureRisk risk) {
            ledger.recordDepartureRisk(risk);
            observer.onDepartureRisk(risk);
        }
    }
}
