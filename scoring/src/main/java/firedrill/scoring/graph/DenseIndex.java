package firedrill.scoring.graph;

import java.util.Arrays;

/**
 * Numbers keys 0, 1, 2 and so on in the order in which they come, so that what is known of them can lie in arrays. A hash
 * table of plain numbers.
 */
final class DenseIndex {

    static final int ABSENT = -1;

    private static final int INITIAL_CAPACITY = 1_024;

    private long[] keys = new long[INITIAL_CAPACITY / 2];
    /** Each number, plus one, at a place that its key leads to; 0 marks a free place. At most half are taken. */
    private int[] slots = new int[INITIAL_CAPACITY];

    private int size;

    /** The number of {@code key}, which is given one if it has none. */
    int getOrAdd(long key) {
        int place = slotOf(key);
        if (slots[place] != 0) {
            return slots[place] - 1;
        }
        if (size == keys.length) {
            grow();
            place = slotOf(key);
        }
        keys[size] = key;
        slots[place] = ++size;
        return size - 1;
    }

    /** The number of {@code key}, or {@link #ABSENT}. */
    int find(long key) {
        return slots[slotOf(key)] - 1;
    }

    long keyAt(int number) {
        return keys[number];
    }

    int size() {
        return size;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * keys.length);
        slots = new int[2 * keys.length];
        for (int number = 0; number < size; number++) {
            slots[slotOf(keys[number])] = number + 1;
        }
    }

    private int slotOf(long key) {
        int place = spread(key) & (slots.length - 1);
        while (slots[place] != 0 && keys[slots[place] - 1] != key) {
            place = (place + 1) & (slots.length - 1);
        }
        return place;
    }

    /** The golden ratio of 64 bits: keys that follow each other spread over a table. */
    static int spread(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32);
    }
}
