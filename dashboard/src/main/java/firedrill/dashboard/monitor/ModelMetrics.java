package firedrill.dashboard.monitor;

import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.registry.ModelRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Prometheus metrics of the model registry and of shadow scoring. */
final class ModelMetrics {

    private static final double CENTS_PER_DOLLAR = 100;

    private final Counter staged;
    private final Counter agreed;
    private final Counter disagreed;
    private final Counter lenient;
    private final Counter strict;

    ModelMetrics(MeterRegistry registry, RegistryHistory history) {
        staged = Counter.builder("firedrill.staged.decisions")
                .description("Decisions by a staged model")
                .register(registry);
        agreed = scores(registry, true);
        disagreed = scores(registry, false);
        lenient = difference(registry, "lenient");
        strict = difference(registry, "strict");
        FunctionCounter.builder("firedrill.champion.changes", history, RegistryHistory::championChanges)
                .description("Changes of the champion")
                .register(registry);
        FunctionCounter.builder(
                        "firedrill.registry.refusals",
                        history,
                        known -> known.refusals().size())
                .description("Announcements and registry orders that the scorer refused")
                .register(registry);
        Gauge.builder("firedrill.staged.traffic.ratio", history, ModelMetrics::stagedShare)
                .description("Share of users routed to the staged model; 0 without one")
                .register(registry);
        Gauge.builder(
                        "firedrill.shadow.models",
                        history,
                        known -> known.control().registry().shadows().size())
                .description("Challengers that score in shadow")
                .register(registry);
    }

    private static double stagedShare(RegistryHistory history) {
        return history.control()
                .registry()
                .stagedRollout()
                .map(ModelRegistry.StagedRollout::share)
                .orElse(0.0);
    }

    private static Counter scores(MeterRegistry registry, boolean agrees) {
        return Counter.builder("firedrill.shadow.decisions")
                .description("Shadow scores by agreement with the deciding model")
                .tag("agrees", Boolean.toString(agrees))
                .register(registry);
    }

    private static Counter difference(MeterRegistry registry, String direction) {
        return Counter.builder("firedrill.shadow.difference")
                .description("Value on which challengers are more lenient or stricter than the deciding model")
                .baseUnit("usd")
                .tag("direction", direction)
                .register(registry);
    }

    /** Counts a decision of a staged model. */
    void recordStagedDecision() {
        staged.increment();
    }

    /** Counts a shadow score. */
    void recordShadowScore(ShadowScore score) {
        (score.agrees() ? agreed : disagreed).increment();
        (score.releasedDifferenceCents() > 0 ? lenient : strict)
                .increment(Math.abs(score.releasedDifferenceCents()) / CENTS_PER_DOLLAR);
    }
}
