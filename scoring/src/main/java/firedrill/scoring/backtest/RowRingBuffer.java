package firedrill.scoring.backtest;

import java.util.Arrays;

/**
 * A growing ring buffer of rows in time order; each row keeps its number until it is discarded.
 *
 * <p>Columns of primitive arrays: a row takes 9 bytes, and 4 for each of its entities.
 */
final class RowRingBuffer {

    private static final int INITIAL_CAPACITY = 1024;

    private final int width;
    private long[] times = new long[INITIAL_CAPACITY];
    private boolean[] frauds = new boolean[INITIAL_CAPACITY];
    private int[] entities;
    private long begin;
    private long end;

    /** An empty buffer; {@code width} is the number of entities of each row. */
    RowRingBuffer(int width) {
        this.width = width;
        this.entities = new int[width * INITIAL_CAPACITY];
    }

    /** Number of the first row that is not discarded. */
    long firstNumber() {
        return begin;
    }

    /** Number of the next row to be added. */
    long nextNumber() {
        return end;
    }

    /** Adds a row; {@code entityIds} has shape {@code [width]}. */
    void add(long timeMillis, boolean fraud, int[] entityIds) {
        if (end - begin == times.length) {
            grow();
        }
        int slot = slot(end++);
        times[slot] = timeMillis;
        frauds[slot] = fraud;
        System.arraycopy(entityIds, 0, entities, slot * width, width);
    }

    long timeMillis(long number) {
        return times[slot(number)];
    }

    boolean isFraud(long number) {
        return frauds[slot(number)];
    }

    int entityId(long number, int which) {
        return entities[slot(number) * width + which];
    }

    /** Discards the rows before {@code number}. */
    void discardBefore(long number) {
        begin = number;
    }

    /** The length is a power of two. */
    private int slot(long number) {
        return (int) (number & times.length - 1);
    }

    private void grow() {
        times = Arrays.copyOf(times, 2 * times.length);
        frauds = Arrays.copyOf(frauds, times.length);
        entities = Arrays.copyOf(entities, width * times.length);
        int half = times.length / 2;
        // In the longer ring a row is in its old slot or one old length behind it.
        System.arraycopy(times, 0, times, half, half);
        System.arraycopy(frauds, 0, frauds, half, half);
        System.arraycopy(entities, 0, entities, width * half, width * half);
    }
}
