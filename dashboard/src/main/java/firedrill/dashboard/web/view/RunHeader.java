package firedrill.dashboard.web.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import firedrill.dashboard.health.RunPhase;
import firedrill.dashboard.runtime.RunPlan;
import firedrill.ingest.fraud.FraudDensity;
import firedrill.ingest.parameters.ParameterIdentity;

/**
 * The displayed run.
 *
 * @param parameters what differs from the default parameters
 * @param fraudDensity how much more often frauds happen than in life
 * @param speed simulated seconds per second of wall time
 * @param startMillis simulated start time
 * @param nowMillis simulated time reached
 * @param lengthMillis length of the scenario, simulated
 */
public record RunHeader(
        String scenarioId,
        String scenarioTitle,
        String briefing,
        long seed,
        ParameterIdentity parameters,
        FraudDensity fraudDensity,
        double speed,
        RunPhase phase,
        long startMillis,
        long nowMillis,
        long lengthMillis) {

    static RunHeader of(RunPlan plan, RunPhase phase, long nowMillis) {
        long start = plan.settings().startMillis();
        return new RunHeader(
                plan.scenario().id(),
                plan.scenario().title(),
                plan.scenario().briefing(),
                plan.seed(),
                plan.world().set().identity(),
                plan.fraudDensity(),
                plan.speed(),
                phase,
                start,
                Math.max(start, nowMillis),
                plan.scenario().length().toMillis());
    }

    /** The density of the frauds as a sentence. */
    @JsonProperty
    public String fraudDensityText() {
        return fraudDensity.text();
    }

    /** Simulated milliseconds since the start. */
    @JsonProperty
    public long elapsedMillis() {
        return nowMillis - startMillis;
    }
}
