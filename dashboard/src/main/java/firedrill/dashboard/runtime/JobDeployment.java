package firedrill.dashboard.runtime;

import firedrill.dashboard.monitor.RunHealth;

/** Source of the Flink job of a run: a local mini cluster or an external cluster. */
public interface JobDeployment {

    /** Starts the job and returns once it is running. */
    void start() throws UserFacingException, InterruptedException;

    void stop();

    /** Whether this process starts and stops the job. */
    boolean isManaged();

    RunHealth.HealthCheck health();
}
