package firedrill.dashboard.runtime;

import firedrill.dashboard.monitor.RunHealth;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A job deployment that counts its starts and stops, and blocks or fails on request. */
final class FakeDeployment implements JobDeployment {

    final AtomicInteger starts = new AtomicInteger();
    final AtomicInteger stops = new AtomicInteger();
    volatile CountDownLatch release = new CountDownLatch(0);
    volatile boolean isManaged = true;
    volatile boolean isFailing;

    @Override
    public void start() throws UserFacingException, InterruptedException {
        release.await();
        if (isFailing) {
            throw new UserFacingException("The scoring job did not start.");
        }
        starts.incrementAndGet();
    }

    @Override
    public void stop() {
        stops.incrementAndGet();
    }

    @Override
    public boolean isManaged() {
        return isManaged;
    }

    @Override
    public RunHealth.HealthCheck health() {
        return new RunHealth.HealthCheck("job", true, "running");
    }
}
