package firedrill.dashboard.health;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Health of a run, for the page, {@code /health/ready}, the exit code and the report alike.
 *
 * @param cause one sentence
 * @param nextStep what a person can do, as one sentence; empty where nothing is to do
 * @param checks the parts, each with a sentence
 */
public record RunHealth(HealthState state, String cause, String nextStep, List<HealthCheck> checks) {

    public RunHealth {
        checks = List.copyOf(checks);
    }

    /**
     * The health that follows from {@code facts}: that of the part in the worst state; of several, the first in the order
     * of causes.
     */
    public static RunHealth of(RunFacts facts) {
        var findings = HealthRules.findings(facts);
        var worst = findings.get(0);
        for (var finding : findings) {
            worst = finding.state().compareTo(worst.state()) > 0 ? finding : worst;
        }
        var checks = findings.stream().map(HealthCheck::of).toList();
        return worst.state() == HealthState.RUNNING
                ? new RunHealth(HealthState.RUNNING, "Events are decided.", "", checks)
                : new RunHealth(worst.state(), worst.cause(), worst.nextStep(), checks);
    }

    /** Whether the program does what it was asked to. */
    @JsonProperty
    public boolean ready() {
        return state.isReady();
    }

    /** Cause and next step. */
    public String text() {
        return nextStep.isEmpty() ? cause : cause + " " + nextStep;
    }

    /**
     * One part.
     *
     * @param detail the state, or the fault and its remedy
     */
    public record HealthCheck(String name, boolean ok, String detail) {

        static HealthCheck of(HealthFinding finding) {
            return new HealthCheck(finding.part(), finding.state().isReady(), finding.text());
        }
    }
}
