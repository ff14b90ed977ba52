package firedrill.scoring.job.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process of this machine. Ids are used again, in a container the same at each start, so the time of its start belongs
 * to it.
 *
 * @param startMillis wall clock; 0 where the system does not tell
 */
record LoadingProcess(long pid, long startMillis) {

    /** The system derives the start from its clock, which is adjusted now and then. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    static LoadingProcess current() {
        return of(ProcessHandle.current());
    }

    private static LoadingProcess of(ProcessHandle process) {
        Optional<Instant> start = process.info().startInstant();
        return new LoadingProcess(
                process.pid(), start.map(Instant::toEpochMilli).orElse(0L));
    }

    /** The inverse of {@link #toString}; a text that is none is a process that has ended. */
    static LoadingProcess parse(String text) {
        String[] parts = text.split(" ", -1);
        try {
            return new LoadingProcess(Long.parseLong(parts[0]), Long.parseLong(parts[parts.length - 1]));
        } catch (NumberFormatException e) {
            return new LoadingProcess(-1, 0);
        }
    }

    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(LoadingProcess::of)
                .filter(now -> Math.abs(now.startMillis - startMillis) <= CLOCK_TOLERANCE.toMillis())
                .isPresent();
    }

    @Override
    public String toString() {
        return pid + " " + startMillis;
    }
}
