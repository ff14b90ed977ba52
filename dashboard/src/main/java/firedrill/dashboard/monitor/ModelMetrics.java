package firedrill.dashboard.monitor;

import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.registry.ModelRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What Prometheus scrapes about models: who decides, what was refused, how those who watch would have done. */
final class ModelMetrics {

    private static final double CENTS_PER_DOLLAR = 100;

    private final Counter staged;
    private final Counter agreed;
    private final Counter disagreed;
    private final Counter lenient;
    private final Counter strict;

    ModelMetrics(MeterRegistry registry, RegistryHistory book) {
        staged = Counter.builder("firedrill.staged.decisions")
                .description("Decisions on events that a staged model had")
                .register(registry);
        agreed = scores(registry, true);
        disagreed = scores(registry, false);
        lenient = flips(registry, "milder");
        strict = flips(registry, "harsher");
        FunctionCounter.builder("firedrill.champion.changes", book, RegistryHistory::championChanges)
                .description("How often another model became champion")
                .register(registry);
        FunctionCounter.builder(
                        "firedrill.refusals", book, known -> known.refusals().size())
                .description("Models and orders that the scorer refused")
                .register(registry);
        Gauge.builder("firedrill.staged.share", book, ModelMetrics::stagedShare)
                .description("Of the users, whose events a staged model has; 0 while none is staged")
                .register(registry);
        Gauge.builder(
                        "firedrill.shadows",
                        book,
                        known -> known.control().registry().shadows().size())
                .description("Models that watch")
                .register(registry);
    }

    private static double stagedShare(RegistryHistory book) {
        return book.control()
                .registry()
                .stagedRollout()
                .map(ModelRegistry.StagedRollout::share)
                .orElse(0.0);
    }

    private static Counter scores(MeterRegistry registry, boolean agrees) {
        return Counter.builder("firedrill.shadow.scores")
                .description("Events that a challenger scored, by whether it would have done the same")
                .tag("agrees", Boolean.toString(agrees))
                .register(registry);
    }

    private static Counter flips(MeterRegistry registry, String challenger) {
        return Counter.builder("firedrill.shadow.flip")
                .description("What a challenger would have let pass beyond the decider, or stopped of it")
                .baseUnit("usd")
                .tag("challenger", challenger)
                .register(registry);
    }

    /** An event that a staged model had was decided. */
    void recordStagedDecision() {
        staged.increment();
    }

    /** A challenger scored an event. */
    void recordShadowScore(ShadowScore score) {
        (score.agrees() ? agreed : disagreed).increment();
        (score.releasedDifferenceCents() > 0 ? lenient : strict)
                .increment(Math.abs(score.releasedDifferenceCents()) / CENTS_PER_DOLLAR);
    }
}
