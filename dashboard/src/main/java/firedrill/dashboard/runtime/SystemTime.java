package firedrill.dashboard.runtime;

import firedrill.ingest.kafka.WallClock;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** The clock of this machine; everything below the runtime receives a clock as an argument. */
public final class SystemTime {

    public static final WallClock WALL_CLOCK = new WallClock(Clock.systemUTC(), System::nanoTime);

    /** A monotonic time in nanoseconds, for durations. */
    public static long nanos() {
        return System.nanoTime();
    }

    /** Whole seconds since an earlier {@link #nanos}. */
    public static long secondsSince(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos() - nanos);
    }

    private SystemTime() {}
}
