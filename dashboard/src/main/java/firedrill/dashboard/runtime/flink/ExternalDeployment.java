package firedrill.dashboard.runtime.flink;

import firedrill.dashboard.health.JobFacts;
import firedrill.dashboard.health.JobFacts.JobStage;
import firedrill.dashboard.runtime.JobDeployment;
import java.time.Duration;

/** A job on an external Flink cluster, outside the control of this process. */
public final class ExternalDeployment implements JobDeployment {

    @Override
    public void start() {
        // The cluster starts it.
    }

    @Override
    public void stop(Duration patience) {
        // The cluster stops it.
    }

    @Override
    public boolean isManaged() {
        return false;
    }

    @Override
    public JobFacts facts() {
        return JobFacts.of(JobStage.EXTERNAL);
    }
}
