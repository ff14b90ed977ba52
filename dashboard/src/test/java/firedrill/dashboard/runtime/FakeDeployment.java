package firedrill.dashboard.runtime;

import firedrill.dashboard.health.JobFacts;
import firedrill.dashboard.health.JobFacts.JobStage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A job deployment that counts its starts and stops, and blocks or fails on request. */
final class FakeDeployment implements JobDeployment {

    final AtomicInteger starts = new AtomicInteger();
    final AtomicInteger stops = new AtomicInteger();
    volatile CountDownLatch release = new CountDownLatch(0);
    volatile boolean isManaged = true;
    volatile boolean isFailing;
    volatile JobStage stage = JobStage.RUNNING;

    @Override
    public void start() throws UserFacingException, InterruptedException {
        release.await();
        if (isFailing) {
            throw new UserFacingException("The scoring job did not start.");
        }
        starts.incrementAndGet();
    }

    @Override
    public void stop(Duration patience) {
        stops.incrementAndGet();
    }

    @Override
    public boolean isManaged() {
        return isManaged;
    }

    @Override
    public JobFacts facts() {
        return JobFacts.of(stage);
    }
}
