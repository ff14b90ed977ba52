package firedrill.ingest.event;

import java.util.Arrays;

/**
 * The last {@value #CAPACITY} values of a sequence in sorted order: a median that a few values cannot move. O(1) per
 * value, for the capacity is fixed. Not thread-safe.
 */
public final class MedianWindow {

    static final int CAPACITY = 31;

    /** Values of a full window, at each end, that do not count as its extremes; of a smaller window in proportion. */
    static final int MAX_OUTLIERS = 3;

    /** In the order of their arrival; the oldest is overwritten. */
    private final long[] ring = new long[CAPACITY];

    private final long[] sorted = new long[CAPACITY];
    private int size;
    private int next;

    /** Adds a value, in place of the oldest one of a full window. */
    public void add(long value) {
        if (size == CAPACITY) {
            remove(ring[next]);
        }
        insert(value);
        ring[next] = value;
        next = (next + 1) % CAPACITY;
    }

    public int size() {
        return size;
    }

    /** The middle value; of an even number the upper one. The window must not be empty. */
    public long median() {
        return sorted[size / 2];
    }

    /** The highest value but for outliers. The window must not be empty. */
    public long highest() {
        return sorted[size - 1 - outliers()];
    }

    /** Distance between the lowest and the highest value but for outliers. The window must not be empty. */
    long span() {
        return highest() - sorted[outliers()];
    }

    /** The values, oldest first. */
    long[] values() {
        long[] values = new long[size];
        for (int i = 0; i < size; i++) {
            values[i] = ring[Math.floorMod(next - size + i, CAPACITY)];
        }
        return values;
    }

    void clear() {
        size = 0;
        next = 0;
    }

    private int outliers() {
        return size * MAX_OUTLIERS / CAPACITY;
    }

    private void insert(long value) {
        int found = Arrays.binarySearch(sorted, 0, size, value);
        int at = found < 0 ? -found - 1 : found;
        System.arraycopy(sorted, at, sorted, at + 1, size - at);
        sorted[at] = value;
        size++;
    }

    private void remove(long value) {
        int at = Arrays.binarySearch(sorted, 0, size, value);
        System.arraycopy(sorted, at + 1, sorted, at, size - at - 1);
        size--;
    }
}
