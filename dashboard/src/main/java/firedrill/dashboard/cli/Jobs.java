package firedrill.dashboard.cli;

import firedrill.dashboard.web.Health;

/** Where the Flink job of a run comes from: started here, or by somebody else. */
interface Jobs {

    /** Returns when the job runs. */
    void start() throws CliFailure, InterruptedException;

    void stop();

    /** Whether a new run can have a new job. */
    boolean isOurs();

    Health.Check health();
}
