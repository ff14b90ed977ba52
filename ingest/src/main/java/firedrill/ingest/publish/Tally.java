package firedrill.ingest.publish;

/** The counters that only the exchange's own thread touches. */
final class Tally {
    long history;
    long answered;
    long missedDeadlines;
    long late;
    long repeated;
    long unasked;
    long unreadable;

    LiveCounts snapshot(long told, long awaited) {
        return new LiveCounts(
                history, told - history, awaited, answered, missedDeadlines, late, repeated, unasked, unreadable);
    }
}
