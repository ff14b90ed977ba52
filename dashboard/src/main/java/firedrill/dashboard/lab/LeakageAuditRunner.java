package firedrill.dashboard.lab;

import firedrill.ingest.exchange.AllowAllExchange;
import firedrill.ingest.exchange.ExchangeListener;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.Scenario;
import firedrill.scoring.evaluation.leakage.LeakageExample;
import firedrill.scoring.evaluation.leakage.LeakageReport;
import firedrill.scoring.evaluation.leakage.LeakageSample;
import firedrill.scoring.rule.RuleSet;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;

/** Leakage audit over several seeds of an exchange that allows everything: does any feature separate fraud? */
public final class LeakageAuditRunner {

    private final ExchangeSettings settings;
    private final RuleSet rules;

    /** An audit of one exchange; {@code rules} are measured on the way. */
    public LeakageAuditRunner(ExchangeSettings settings, RuleSet rules) {
        this.settings = settings;
        this.rules = rules;
    }

    /**
     * The report on runs of {@code seeds}; {@code progress} receives each seed before its run.
     *
     * @param seeds at least 2: every other one is held out
     */
    public LeakageReport run(Scenario scenario, List<Long> seeds, Duration length, LongConsumer progress) {
        if (seeds.size() < 2) {
            throw new IllegalArgumentException("an audit needs a seed to fit and one to hold out, had " + seeds);
        }
        var runs = seeds.parallelStream()
                .map(seed -> {
                    progress.accept(seed);
                    return examples(scenario, seed, length);
                })
                .toList();
        return LeakageSample.report(runs, rules, seeds.get(0));
    }

    private List<LeakageExample> examples(Scenario scenario, long seed, Duration length) {
        var sample = new LeakageSample(rules);
        var exchange = AllowAllExchange.create(
                settings,
                scenario,
                seed,
                ExchangeListener.of(sample::observeEvent, sample::observeOutcome, sample::observeTruth));
        exchange.publishHistory();
        exchange.runUntil(exchange.startMillis() + length.toMillis());
        return sample.examples();
    }
}
