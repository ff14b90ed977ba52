package firedrill.dashboard.bench;

import com.sun.management.OperatingSystemMXBean;
import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.lab.Operator;
import firedrill.dashboard.lab.Witness;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.incident.Scenario;
import firedrill.scoring.decision.Decision;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How fast the lab is, and whether its memory grows with time: one long run, of which the first third warms up.
 *
 * <p>Seconds are CPU seconds of the whole process, compiler and garbage collector included, so a busy machine changes
 * little. Memory is what a collection leaves of the heap.
 */
public final class LabBench {

    private static final double NANOS = 1e9;
    private static final double MEGABYTE = 1e6;

    /**
     * What came out.
     *
     * @param events through exchange, features, scoring and ledger after the first third
     * @param eventsPerSecond of these, in a second of one core
     * @param megabytesEarly heap in use after the first third
     * @param megabytesAtEnd heap in use after the last
     */
    public record Result(
            long users,
            long simulatedHours,
            long events,
            double cpuSeconds,
            double eventsPerSecond,
            double megabytesEarly,
            double megabytesAtEnd) {}

    /** Runs {@code lab} under nobody's hand for {@code length}, {@code users} being how many it was made for. */
    public static Result run(Lab lab, Scenario scenario, long users, long seed, Duration length) {
        var meter = new Meter(lab.startMillis() + length.toMillis() / 3, lab.startMillis() + length.toMillis());
        lab.run(scenario, Operator.Standing.DO_NOTHING, seed, length, meter);
        return new Result(
                users,
                length.toHours(),
                meter.events,
                meter.seconds,
                meter.events / meter.seconds,
                meter.megabytesEarly,
                meter.megabytesLast);
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static double megabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    /** Counts from the end of the first third to the last minute. */
    private static final class Meter implements Witness {

        private static final long MINUTE_MILLIS = 60_000;

        private final long fromMillis;
        private final long lastMinuteMillis;
        private long startNanos;
        private long events;
        private double seconds;
        private double megabytesEarly;
        private double megabytesLast;

        Meter(long fromMillis, long untilMillis) {
            this.fromMillis = fromMillis;
            lastMinuteMillis = untilMillis - MINUTE_MILLIS;
        }

        @Override
        public void event(ExchangeEvent event, @Nullable Decision decision) {
            if (event.timeMillis() < fromMillis || seconds > 0) {
                return;
            }
            if (events == 0) {
                megabytesEarly = megabytes();
                startNanos = cpuNanos();
            }
            events++;
            if (event.timeMillis() >= lastMinuteMillis) {
                seconds = (cpuNanos() - startNanos) / NANOS;
                // While the run still holds all that it remembers.
                megabytesLast = megabytes();
            }
        }
    }

    private LabBench() {}
}
