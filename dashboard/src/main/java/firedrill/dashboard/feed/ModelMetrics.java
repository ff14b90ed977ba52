package firedrill.dashboard.feed;

import firedrill.scoring.decision.Roster;
import firedrill.scoring.decision.ShadowScore;
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
    private final Counter milder;
    private final Counter harsher;

    ModelMetrics(MeterRegistry registry, RegistryBook book) {
        staged = Counter.builder("firedrill.staged.decisions")
                .description("Decisions on events that a staged model had")
                .register(registry);
        agreed = scores(registry, true);
        disagreed = scores(registry, false);
        milder = flips(registry, "milder");
        harsher = flips(registry, "harsher");
        FunctionCounter.builder("firedrill.champion.changes", book, RegistryBook::championChanges)
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
                        known -> known.control().roster().shadows().size())
                .description("Models that watch")
                .register(registry);
    }

    private static double stagedShare(RegistryBook book) {
        return book.control().roster().staged().map(Roster.Staging::share).orElse(0.0);
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
    void staged() {
        staged.increment();
    }

    /** A challenger scored an event. */
    void shadow(ShadowScore score) {
        (score.agrees() ? agreed : disagreed).increment();
        (score.flipCents() > 0 ? milder : harsher).increment(Math.abs(score.flipCents()) / CENTS_PER_DOLLAR);
    }
}
