package firedrill.dashboard.health;

/** Life cycle of a run. */
public enum RunPhase {
    /** Broker and job are starting; no event has been published. */
    STARTING,
    /** Simulated time advances. */
    RUNNING,
    /** Simulated time has stopped; the bill is computed. */
    FINISHED
}
