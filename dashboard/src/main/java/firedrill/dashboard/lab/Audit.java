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
     * The report on runs of {@code seeds}; {@code progress} is told the seed before each run.
     *
     * @param seeds at least 2: every other one is held out
     */
    public AuditReport run(Scenario scenario, List<Long> seeds, Duration length, LongConsumer progress) {
        if (seeds.size() < 2) {
            throw new IllegalArgumentException("an audit needs a seed to fit and one to hold out, had " + seeds);
        }
        var runs = seeds.parallelStream()
                .map(seed -> {
                    progress.accept(seed);
                    return examples(scenario, seed, length);
                })
                .toList();
        return AuditSample.report(runs, rules, seeds.get(0));
    }

    private List<AuditExample> examples(Scenario scenario, long seed, Duration length) {
        var tape = new SampledTape(new AuditSample(rules));
        var exchange = new Exchange(settings, scenario, seed, 1, tape);
        tape.exchange = exchange;
        exchange.tellHistory();
        exchange.runUntil(exchange.startMillis() + length.toMillis());
        return tape.sample.examples();
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
