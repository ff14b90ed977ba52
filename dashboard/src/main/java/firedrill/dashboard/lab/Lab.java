package firedrill.dashboard.lab;

import firedrill.dashboard.ledger.Entry.Tariff;
import firedrill.dashboard.ledger.Ledger;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.exchange.Tape;
import firedrill.ingest.incident.Scenario;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.drift.ReferenceDistribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The exchange, the scoring core and an operator in one thread, as fast as the CPU goes.
 *
 * <p>Same scenario, operator, seed and length: same arm, byte for byte. Another operator meets the same market, the
 * same users' intentions and the same attackers.
 */
public final class Lab {

    private final ExchangeSettings settings;
    private final Decider decider;
    private final ReferenceDistribution reference;
    private final Tariff tariff;

    /**
     * A lab for runs of one exchange under one scorer.
     *
     * @param reference the champion's own scores, against which drift is measured
     * @param tariff what the exchange earns and gets back
     */
    public Lab(ExchangeSettings settings, Decider decider, ReferenceDistribution reference, Tariff tariff) {
        this.settings = settings;
        this.decider = decider;
        this.reference = reference;
        this.tariff = tariff;
    }

    /** The arm of {@code operator}, from the opening of the exchange for {@code length} of simulated time. */
    public Arm run(Scenario scenario, Operator operator, long seed, Duration length) {
        var tape = new ScoredTape(
                new SynchronousScorer(decider, reference), operator, new Ledger(tariff, settings.startMillis()));
        var exchange = new Exchange(settings, scenario, seed, 1, tape);
        tape.exchange = exchange;
        exchange.tellHistory();
        exchange.runUntil(exchange.startMillis() + length.toMillis());
        return new Arm(
                scenario.id(),
                operator.label(),
                seed,
                length.toSeconds(),
                tape.ledger.bill(),
                null,
                null,
                tape.scorer.modeChanges(),
                tape.scorer.alarms(),
                null);
    }

    /** All operators on {@code seeds} seeds from {@code firstSeed} on; {@code progress} is told before each run. */
    public Comparison compare(
            Scenario scenario, long firstSeed, int seeds, Duration length, BiConsumer<Operator, Long> progress) {
        var armsOf = new EnumMap<Operator, List<Arm>>(Operator.class);
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            for (var operator : Operator.values()) {
                progress.accept(operator, seed);
                armsOf.computeIfAbsent(operator, none -> new ArrayList<>()).add(run(scenario, operator, seed, length));
            }
        }
        var doNothing = armsOf.getOrDefault(Operator.DO_NOTHING, List.of());
        return new Comparison(
                scenario.id(),
                seeds,
                armsOf.values().stream()
                        .map(arms -> Comparison.row(arms, doNothing))
                        .toList());
    }

    /** Has every event scored at once, and tells the ledger all. */
    private static final class ScoredTape implements Tape {

        private final SynchronousScorer scorer;
        private final Operator operator;
        private final Ledger ledger;
        private @Nullable Exchange exchange;

        ScoredTape(SynchronousScorer scorer, Operator operator, Ledger ledger) {
            this.scorer = scorer;
            this.operator = operator;
            this.ledger = ledger;
        }

        @Override
        public void event(ExchangeEvent event) {
            ledger.event(event);
            scorer.observe(event).map(operator::amend).ifPresent(decision -> {
                ledger.decision(decision);
                if (exchange != null) {
                    exchange.take(decision.answer(), event.timeMillis());
                }
            });
        }

        @Override
        public void outcome(Outcome outcome) {
            ledger.outcome(outcome);
        }

        @Override
        public void truth(Truth truth) {
            ledger.truth(truth);
        }
    }
}
