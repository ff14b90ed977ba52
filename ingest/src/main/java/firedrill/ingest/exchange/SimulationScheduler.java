package firedrill.ingest.exchange;

import java.util.PriorityQueue;

/** Future event list in simulated time; ties run in order of scheduling. */
final class SimulationScheduler {

    private record ScheduledTask(long timeMillis, long sequence, Runnable task) implements Comparable<ScheduledTask> {
        @Override
        public int compareTo(ScheduledTask other) {
            int byTime = Long.compare(timeMillis, other.timeMillis);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    private final PriorityQueue<ScheduledTask> tasks = new PriorityQueue<>();
    private long nowMillis;
    private long sequence;

    SimulationScheduler(long nowMillis) {
        this.nowMillis = nowMillis;
    }

    long nowMillis() {
        return nowMillis;
    }

    /** Schedules a task; a past time is clamped to now. */
    void schedule(long timeMillis, Runnable task) {
        tasks.add(new ScheduledTask(Math.max(timeMillis, nowMillis), sequence++, task));
    }

    /** Time of the next task; {@link Long#MAX_VALUE} if there is none. */
    long nextTaskMillis() {
        ScheduledTask next = tasks.peek();
        return next == null ? Long.MAX_VALUE : next.timeMillis();
    }

    /** Advances the time to the next task and runs it. */
    void runNext() {
        ScheduledTask next = tasks.remove();
        nowMillis = next.timeMillis();
        next.task().run();
    }

    /** Advances the time; no task may be due before {@code timeMillis}. */
    void advanceTo(long timeMillis) {
        nowMillis = Math.max(nowMillis, timeMillis);
    }
}
