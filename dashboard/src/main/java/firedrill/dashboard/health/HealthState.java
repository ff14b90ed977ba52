package firedrill.dashboard.health;

/** State of a run, in order of severity. */
public enum HealthState {
    /** Events are decided. */
    RUNNING(true),
    /** The run ended as planned; another one can start. */
    ENDED(true),
    /** Broker, job or exchange is starting, or the first decision is awaited. */
    STARTING(false),
    /** Something does not work and may recover by itself. */
    IMPAIRED(false),
    /** The run cannot go on; another one can start in this process. */
    FAILED(false),
    /** No run can go on in this process. */
    LOST(false);

    private final boolean isReady;

    HealthState(boolean isReady) {
        this.isReady = isReady;
    }

    /** Whether the program does what it was asked to. */
    public boolean isReady() {
        return isReady;
    }

    /** Whether the run has ended by a failure. */
    public boolean isFailure() {
        return this == FAILED || this == LOST;
    }
}
