package firedrill.dashboard.health;

/**
 * The health of one part of a run.
 *
 * @param cause one sentence
 * @param nextStep one sentence; empty where nothing is to do
 */
record HealthFinding(String part, HealthState state, String cause, String nextStep) {

    /** A part that works. */
    static HealthFinding fine(String part, String detail) {
        return new HealthFinding(part, HealthState.RUNNING, detail, "");
    }

    /** Cause and next step. */
    String text() {
        return nextStep.isEmpty() ? cause : cause + " " + nextStep;
    }
}
