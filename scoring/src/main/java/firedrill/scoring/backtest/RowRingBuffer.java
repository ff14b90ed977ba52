package firedrill.scoring.backtest;

import java.util.Arrays;

/**
 * Rows in the order of their times, added behind and forgotten in front, each under a number that it keeps.
 *
 * <p>A ring of plain arrays, because there are many: a row takes 9 bytes, and 4 for each of its entities.
 */
final class RowRingBuffer {

    private static final int FIRST_CAPACITY = 1024;

    private final int width;
    private long[] times = new long[FIRST_CAPACITY];
    private boolean[] frauds = new boolean[FIRST_CAPACITY];
    private int[] entities;
    private long begin;
    private long end;

    /** None yet. {@code width} is the number of entities of each row. */
    RowRingBuffer(int width) {
        this.width = width;
        this.entities = new int[width * FIRST_CAPACITY];
    }

    /** The number of the first row that is not forgotten. */
    long firstNumber() {
        return begin;
    }

    /** The number that the next row will have. */
    long nextNumber() {
        return end;
    }

    /** Adds a row, of the entities {@code who}, shape {@code [width]}. */
    void add(long timeMillis, boolean fraud, int[] who) {
        if (end - begin == times.length) {
            grow();
        }
        int slot = slot(end++);
        times[slot] = timeMillis;
        frauds[slot] = fraud;
        System.arraycopy(who, 0, entities, slot * width, width);
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

    /** Forgets the rows before {@code number}. */
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
        // A number's slot in the longer ring is its old one, or that many places behind.
        System.arraycopy(times, 0, times, half, half);
        System.arraycopy(frauds, 0, frauds, half, half);
        System.arraycopy(entities, 0, entities, width * half, width * half);
    }
}
