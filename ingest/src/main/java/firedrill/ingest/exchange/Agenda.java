package firedrill.ingest.exchange;

import java.util.PriorityQueue;

/** What is to happen when; of two things at one time the one that was planned first happens first. */
final class Agenda {

    private final PriorityQueue<Item> items = new PriorityQueue<>(1 << 12);
    private long planned;

    void add(long timeMillis, Runnable action) {
        items.add(new Item(timeMillis, planned++, action));
    }

    /** Time of the next item; {@link Long#MAX_VALUE} without any. */
    long nextMillis() {
        var next = items.peek();
        return next == null ? Long.MAX_VALUE : next.timeMillis();
    }

    Item take() {
        return items.remove();
    }

    record Item(long timeMillis, long number, Runnable action) implements Comparable<Item> {
        @Override
        public int compareTo(Item other) {
            int byTime = Long.compare(timeMillis, other.timeMillis);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }
}
