package firedrill.scoring.graph;

import java.util.Arrays;

/**
 * Maps keys to dense indices 0, 1, 2 and so on, in the order of arrival, so that data about keys can be kept in arrays.
 * An open-addressing hash map of primitives.
 */
final class DenseIndex {

    static final int ABSENT = -1;

    private static final int INITIAL_CAPACITY = 1_024;

    private long[] keys = new long[INITIAL_CAPACITY / 2];
    /** Index plus one, at the slot of its key's hash; 0 marks a free slot. At most half are taken. */
    private int[] slots = new int[INITIAL_CAPACITY];

    private int size;

    /** The index of {@code key}, a new one if it has none. */
    int getOrAdd(long key) {
        int slot = slotOf(key);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == keys.length) {
            grow();
            slot = slotOf(key);
        }
        keys[size] = key;
        slots[slot] = ++size;
        return size - 1;
    }

    /** The index of {@code key}, or {@link #ABSENT}. */
    int find(long key) {
        return slots[slotOf(key)] - 1;
    }

    long keyAt(int index) {
        return keys[index];
    }

    int size() {
        return size;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * keys.length);
        slots = new int[2 * keys.length];
        for (int index = 0; index < size; index++) {
            slots[slotOf(keys[index])] = index + 1;
        }
    }

    private int slotOf(long key) {
        int slot = spread(key) & (slots.length - 1);
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    /** Hash by the golden ratio of 64 bits, which spreads consecutive keys. */
    static int spread(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32);
    }
}
