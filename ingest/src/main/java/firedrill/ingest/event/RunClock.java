package firedrill.ingest.event;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The clock of a run as the records of one partition tell it: the {@linkplain MedianWindow median} of the last accepted
 * times.
 *
 * <p>The next record must lie within bounds around that median, so no record moves the clock that others do not confirm:
 * a refused record moves it not at all, and a few accepted ones do not move {@link #latestMillis}. Records of a partition
 * come in the order of their times but for stragglers; a small exchange has gaps, so the bound ahead grows with the span
 * of the window, and with the wall time without a record, in which simulated time cannot have passed faster than at
 * {@link #MAX_SPEED}. The reasons stand in {@code docs/decisions/008-run-clock.md}. Not thread-safe.
 */
public final class RunClock {

    /** Accepted records from which on the clock bounds the next one; before, the start of the run does. */
    static final int MIN_RECORDS = 5;

    /** Most that a record may lie behind the clock: the age of the oldest history, and of the oldest label. */
    static final Duration MAX_BEHIND = Duration.ofDays(400);

    /** What a record may lie ahead of the clock in any case; a fifth of what the ledger waits for a ground truth. */
    static final Duration MIN_AHEAD = Duration.ofMinutes(2);

    /** The same before the clock is known, and for a run whose start is not known. */
    static final Duration UNKNOWN_AHEAD = Duration.ofDays(32);

    /** Spans of the window that a record may lie ahead: some hundred usual gaps. */
    static final int AHEAD_SPANS = 4;

    /** Simulated per wall time, at most: the highest speed of a run, doubled while it catches up. */
    static final long MAX_SPEED = 2 * 3_600;

    /** Refused records in a row, after which they may be right. */
    static final int MAX_REFUSED = 31;

    /** Wall time without an accepted record after which refused records may be right. */
    static final Duration MAX_SILENCE = Duration.ofMinutes(1);

    private final Optional<Long> startMillis;
    private final MedianWindow accepted = new MedianWindow();
    private long acceptedCount;
    private long lastAppendedMillis;
    private int refusedInARow;

    /**
     * State of a clock between two runs of its reader. Names are part of the savepoint layout.
     *
     * @param times oldest first
     * @param acceptedCount accepted records so far: of two states of one partition the one with more is the later
     */
    @SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
    public record SavedClock(String topic, int partition, long[] times, long lastAppendedMillis, long acceptedCount) {}

    private RunClock(Optional<Long> startMillis) {
        this.startMillis = startMillis;
    }

    /** A clock of a run that starts at this simulated time, before which its history lies. */
    public static RunClock startingAt(long startMillis) {
        return new RunClock(Optional.of(startMillis));
    }

    /** A clock of a run of which nothing is known: the first records set it. */
    public static RunClock ofUnknownRun() {
        return new RunClock(Optional.empty());
    }

    /** A clock as {@code startMillis} says: of a run with that start, or of an unknown one. */
    static RunClock of(Optional<Long> startMillis) {
        return new RunClock(startMillis);
    }

    /**
     * Accepts a record or refuses it.
     *
     * @param timeMillis simulated time of the record
     * @param appendedMillis wall time at which the record came to the topic, not later than now
     * @return the reason of the refusal, in one clause; empty if the record was accepted
     */
    public Optional<String> observe(long timeMillis, long appendedMillis) {
        long silenceMillis = acceptedCount == 0 ? 0 : Math.max(0, appendedMillis - lastAppendedMillis);
        if (refusedInARow >= MAX_REFUSED && silenceMillis >= MAX_SILENCE.toMillis()) {
            accepted.clear();
        }
        Optional<String> refusal = refusal(timeMillis, silenceMillis);
        if (refusal.isPresent()) {
            refusedInARow++;
            return refusal;
        }
        lastAppendedMillis = Math.max(lastAppendedMillis, appendedMillis);
        record(timeMillis);
        return Optional.empty();
    }

    /** Adds an accepted time without a check. */
    public void record(long timeMillis) {
        refusedInARow = 0;
        acceptedCount++;
        accepted.add(timeMillis);
    }

    /** The time that the run has reached: the latest of the window but for outliers; 0 before the first record. */
    public long latestMillis() {
        return accepted.size() == 0 ? 0 : accepted.highest();
    }

    /** A state from which {@link #restore} continues. */
    SavedClock save(String topic, int partition) {
        return new SavedClock(topic, partition, accepted.values(), lastAppendedMillis, acceptedCount);
    }

    void restore(SavedClock saved) {
        accepted.clear();
        Arrays.stream(saved.times()).forEach(this::record);
        lastAppendedMillis = saved.lastAppendedMillis();
        acceptedCount = saved.acceptedCount();
    }

    long acceptedCount() {
        return acceptedCount;
    }

    private Optional<String> refusal(long timeMillis, long silenceMillis) {
        if (accepted.size() < MIN_RECORDS) {
            return startMillis.flatMap(
                    start -> refusal(timeMillis, "the start of the run", start, start + UNKNOWN_AHEAD.toMillis()));
        }
        long median = accepted.median();
        return refusal(timeMillis, "the clock of the run", median, latestAccepted(median, silenceMillis));
    }

    /** Everything up to the start is history, which is published without a pace. */
    private long latestAccepted(long median, long silenceMillis) {
        long passed = Math.min(silenceMillis, MAX_BEHIND.toMillis()) * MAX_SPEED;
        return startMillis
                .map(start -> Math.max(start, median + MIN_AHEAD.toMillis() + AHEAD_SPANS * accepted.span() + passed))
                .orElse(median + UNKNOWN_AHEAD.toMillis() + passed);
    }

    private static Optional<String> refusal(long timeMillis, String reference, long millis, long latestMillis) {
        if (timeMillis < millis - MAX_BEHIND.toMillis()) {
            return Optional.of("timeMillis " + timeMillis + " lies more than " + MAX_BEHIND.toDays() + " days behind "
                    + reference + ", " + millis);
        }
        return timeMillis > latestMillis
                ? Optional.of("timeMillis " + timeMillis + " lies " + (timeMillis - millis) + " ms ahead of "
                        + reference + ", at most " + (latestMillis - millis) + " are possible")
                : Optional.empty();
    }
}
