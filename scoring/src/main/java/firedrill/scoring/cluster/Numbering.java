package firedrill.scoring.cluster;

import java.util.Arrays;

/**
 * Numbers keys 0, 1, 2 and so on in the order in which they come, so that what is known of them can lie in arrays. A hash
 * table of plain numbers.
 */
final class Numbering {

    static final int UNKNOWN = -1;

    private static final int AT_FIRST = 1_024;

    private long[] keys = new long[AT_FIRST / 2];
    /** Each number, plus one, at a place that its key leads to; 0 marks a free place. At most half are taken. */
    private int[] places = new int[AT_FIRST];

    private int size;

    /** The number of {@code key}, which is given one if it has none. */
    int of(long key) {
        int place = placeOf(key);
        if (places[place] != 0) {
            return places[place] - 1;
        }
        if (size == keys.length) {
            grow();
            place = placeOf(key);
        }
        keys[size] = key;
        places[place] = ++size;
        return size - 1;
    }

    /** The number of {@code key}, or {@link #UNKNOWN}. */
    int find(long key) {
        return places[placeOf(key)] - 1;
    }

    long key(int number) {
        return keys[number];
    }

    int size() {
        return size;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * keys.length);
        places = new int[2 * keys.length];
        for (int number = 0; number < size; number++) {
            places[placeOf(keys[number])] = number + 1;
        }
    }

    private int placeOf(long key) {
        int place = spread(key) & (places.length - 1);
        while (places[place] != 0 && keys[places[place] - 1] != key) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    /** The golden ratio of 64 bits: keys that follow each other spread over a table. */
    static int spread(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32);
    }
}
