package firedrill.dashboard.bench;

import com.sun.management.OperatingSystemMXBean;
import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.lab.Operator;
import firedrill.dashboard.lab.RunObserver;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.scenario.Scenario;
import firedrill.scoring.decision.Decision;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Speed of the lab, and growth of its memory with time: one long run, of which the first third warms up.
 *
 * <p>Seconds are CPU seconds of the whole process, compiler and garbage collector included, so a busy machine changes
 * little. Memory is what a collection leaves of the heap.
 */
public final class LabBench {

    private static final double NANOS = 1e9;
    private static final double MEGABYTE = 1e6;
    private static final int PARTS = 6;
    private static final int WARM_UP_PARTS = 2;

    /**
     * The figures.
     *
     * @param events through exchange, features, scoring and ledger after the first third
     * @param eventsPerSecond of these, in a second of one core
     * @param heapMegabytes heap in use after each sixth of the run
     */
    public record LabBenchResult(
            long users,
            long simulatedHours,
            long events,
            double cpuSeconds,
            double eventsPerSecond,
            List<Double> heapMegabytes) {}

    /** Runs {@code lab} under {@code operator} for {@code length}, {@code users} being how many it was made for. */
    public static LabBenchResult run(
            Lab lab, Scenario scenario, Operator operator, long users, long seed, Duration length) {
        var meter = new CpuMeter(lab.startMillis(), length.toMillis() / PARTS);
        lab.run(scenario, operator, seed, length, meter);
        double seconds = meter.nanos / NANOS;
        return new LabBenchResult(
                users, length.toHours(), meter.events, seconds, meter.events / seconds, List.copyOf(meter.megabytes));
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static double heapMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    /** Counts and times from the end of the first third on, and weighs at the end of each part, off the clock. */
    private static final class CpuMeter implements RunObserver {

        private static final long MINUTE_MILLIS = 60_000;

        private final long startMillis;
        private final long partMillis;
        private final List<Double> megabytes = new ArrayList<>();
        private long sinceNanos;
        private long events;
        private long nanos;

        CpuMeter(long startMillis, long partMillis) {
            this.startMillis = startMillis;
            this.partMillis = partMillis;
        }

        @Override
        public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
            events += isTimed() ? 1 : 0;
            if (event.timeMillis() >= endOfPartMillis()) {
                nanos += isTimed() ? cpuNanos() - sinceNanos : 0;
                megabytes.add(heapMegabytes());
                sinceNanos = cpuNanos();
            }
        }

        private boolean isTimed() {
            return megabytes.size() >= WARM_UP_PARTS && megabytes.size() < PARTS;
        }

        /** The last part ends a minute early, while the run still holds its whole state. */
        private long endOfPartMillis() {
            if (megabytes.size() == PARTS) {
                return Long.MAX_VALUE;
            }
            long end = startMillis + (megabytes.size() + 1) * partMillis;
            return megabytes.size() == PARTS - 1 ? end - MINUTE_MILLIS : end;
        }
    }

    private LabBench() {}
}
