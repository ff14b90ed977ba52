package firedrill.dashboard.monitor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Health of the parts of a run, each with a sentence. */
public record RunHealth(List<HealthCheck> checks) {

    public RunHealth {
        checks = List.copyOf(checks);
    }

    /** Whether all of them do. */
    @JsonProperty
    public boolean ready() {
        return checks.stream().allMatch(HealthCheck::ok);
    }

    /**
     * One part.
     *
     * @param detail the state, or the fault and its remedy
     */
    public record HealthCheck(String name, boolean ok, String detail) {}
}
