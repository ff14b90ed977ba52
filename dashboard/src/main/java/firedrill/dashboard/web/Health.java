package firedrill.dashboard.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Whether the parts of a run work, each with a sentence. */
public record Health(List<Check> checks) {

    public Health {
        checks = List.copyOf(checks);
    }

    /** Whether all of them do. */
    @JsonProperty
    public boolean ready() {
        return checks.stream().allMatch(Check::ok);
    }

    /**
     * One part.
     *
     * @param detail what is so, or what is wrong and what to do about it
     */
    public record Check(String name, boolean ok, String detail) {}
}
