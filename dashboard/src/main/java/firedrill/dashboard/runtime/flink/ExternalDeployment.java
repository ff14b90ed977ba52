package firedrill.dashboard.runtime.flink;

import firedrill.dashboard.monitor.RunHealth;
import firedrill.dashboard.runtime.JobDeployment;

/** A job on an external Flink cluster, outside the control of this process. */
public final class ExternalDeployment implements JobDeployment {

    @Override
    public void start() {
        // The cluster starts it.
    }

    @Override
    public void stop() {
        // The cluster stops it.
    }

    @Override
    public boolean isManaged() {
        return false;
    }

    @Override
    public RunHealth.HealthCheck health() {
        return new RunHealth.HealthCheck("job", true, "external Flink cluster");
    }
}
