package firedrill.ingest.exchange;

import java.util.PriorityQueue;

/** What is to be done when, in simulated time. Of things at the same time the first scheduled is the first done. */
final class SimulationScheduler {

    private record ScheduledTask(long timeMillis, long sequence, Runnable task) implements Comparable<ScheduledTask> {
        @Override
        public int compareTo(ScheduledTask other) {
            int byTime = Long.compare(timeMillis, other.timeMillis);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    private final PriorityQueue<ScheduledTask> entries = new PriorityQueue<>();
    private long nowMillis;
    private long sequence;

    SimulationScheduler(long nowMillis) {
        this.nowMillis = nowMillis;
    }

    long nowMillis() {
        return nowMillis;
    }

    /** Nothing can be done in the past: what should have been done is done next. */
    void schedule(long timeMillis, Runnable deed) {
        entries.add(new ScheduledTask(Math.max(timeMillis, nowMillis), sequence++, deed));
    }

    /** When the next thing is due; {@link Long#MAX_VALUE} if nothing is. */
    long nextTaskMillis() {
        ScheduledTask next = entries.peek();
        return next == null ? Long.MAX_VALUE : next.timeMillis();
    }

    /** Moves time to the next thing and does it. */
    void runNext() {
        ScheduledTask next = entries.remove();
        nowMillis = next.timeMillis();
        next.task().run();
    }

    /** Moves time on to {@code timeMillis}, over nothing that is due. */
    void advanceTo(long timeMillis) {
        nowMillis = Math.max(nowMillis, timeMillis);
    }
}
