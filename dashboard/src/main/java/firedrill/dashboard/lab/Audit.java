package firedrill.dashboard.lab;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.exchange.Tape;
import firedrill.ingest.incident.Scenario;
import firedrill.scoring.rule.RuleSet;
import firedrill.scoring.training.AuditExample;
import firedrill.scoring.training.AuditReport;
import firedrill.scoring.training.AuditSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Asks, over several seeds of an exchange that lets everything through, whether any feature gives fraud away. */
public final class Audit {

    private final ExchangeSettings settings;
    private final RuleSet rules;

    /** An audit of one exchange; {@code rules} are measured on the way. */
    public Audit(ExchangeSettings settings, RuleSet rules) {
        this.settings = settings;
        this.rules = rules;
    }

    /**
     * The report on {@code seeds} runs from {@code firstSeed} on; {@code progress} is told the seed before each run.
     *
     * @param seeds at least 2: half of them are held out
     */
    public AuditReport run(Scenario scenario, long firstSeed, int seeds, Duration length, LongConsumer progress) {
        if (seeds < 2) {
            throw new IllegalArgumentException("an audit needs a seed to fit and one to hold out, had " + seeds);
        }
        List<List<AuditExample>> runs = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            progress.accept(seed);
            var tape = new SampledTape(new AuditSample(rules));
            var exchange = new Exchange(settings, scenario, seed, 1, tape);
            tape.exchange = exchange;
            exchange.tellHistory();
            exchange.runUntil(exchange.startMillis() + length.toMillis());
            runs.add(tape.sample.examples());
        }
        return AuditSample.report(runs, rules, firstSeed);
    }

    /** Lets everything through, and takes samples. */
    private static final class SampledTape implements Tape {

        private final AuditSample sample;
        private @Nullable Exchange exchange;

        SampledTape(AuditSample sample) {
            this.sample = sample;
        }

        @Override
        public void event(ExchangeEvent event) {
            sample.event(event);
            if (exchange != null && event.awaitsAnswer()) {
                exchange.take(Answer.of(event.id(), Action.ALLOW), event.timeMillis());
            }
        }

        @Override
        public void outcome(Outcome outcome) {
            sample.outcome(outcome);
        }

        @Override
        public void truth(Truth truth) {
            sample.truth(truth);
        }
    }
}
