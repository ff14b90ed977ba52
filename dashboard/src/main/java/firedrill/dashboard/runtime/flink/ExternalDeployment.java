package firedrill.dashboard.runtime.flink;

import firedrill.dashboard.monitor.RunHealth;
import firedrill.dashboard.runtime.JobDeployment;

/** A job that somebody else runs, on a Flink cluster; whether it does shows in the decisions. */
public final class ExternalDeployment implements JobDeployment {

    @Override
    public void start() {
        // It runs already, or will.
    }

    @Override
    public void stop() {
        // Not ours to stop.
    }

    @Override
    public boolean isManaged() {
        return false;
    }

    @Override
    public RunHealth.HealthCheck health() {
        return new RunHealth.HealthCheck("job", true, "is run by a cluster");
    }
}
