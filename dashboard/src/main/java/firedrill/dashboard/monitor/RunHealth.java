package firedrill.dashboard.monitor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Whether the parts of a run work, each with a sentence. */
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
     * @param detail what is so, or what is wrong and what to do about it
     */
    public record HealthCheck(String name, boolean ok, String detail) {}
}
