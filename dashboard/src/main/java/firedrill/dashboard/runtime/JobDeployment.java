package firedrill.dashboard.runtime;

import firedrill.dashboard.health.JobFacts;
import java.time.Duration;

/** Source of the Flink job of a run: a local mini cluster or an external cluster. */
public interface JobDeployment {

    /** Starts the job and returns once it is running. */
    void start() throws UserFacingException, InterruptedException;

    /** Ends the job; returns after {@code patience} for each of its parts in any case. */
    void stop(Duration patience);

    /** Whether this process starts and stops the job. */
    boolean isManaged();

    /** The state of the job; may take a second. */
    JobFacts facts();
}
