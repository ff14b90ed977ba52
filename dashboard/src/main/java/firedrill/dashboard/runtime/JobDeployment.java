package firedrill.dashboard.runtime;

import firedrill.dashboard.monitor.RunHealth;

/** Where the Flink job of a run comes from: started here, or by somebody else. */
public interface JobDeployment {

    /** Returns when the job runs. */
    void start() throws UserFacingException, InterruptedException;

    void stop();

    /** Whether a new run can have a new job. */
    boolean isManaged();

    RunHealth.HealthCheck health();
}
