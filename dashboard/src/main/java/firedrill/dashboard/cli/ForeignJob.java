package firedrill.dashboard.cli;

import firedrill.dashboard.web.Health;

/** A job that somebody else runs, on a Flink cluster; whether it does shows in the decisions. */
final class ForeignJob implements Jobs {

    @Override
    public void start() {
        // It runs already, or will.
    }

    @Override
    public void stop() {
        // Not ours to stop.
    }

    @Override
    public boolean isOurs() {
        return false;
    }

    @Override
    public Health.Check health() {
        return new Health.Check("job", true, "is run by a cluster");
    }
}
