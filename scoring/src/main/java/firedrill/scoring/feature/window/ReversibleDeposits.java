package firedrill.scoring.feature.window;

import java.util.Arrays;

/**
 * Deposits that can still be reversed: the {@value #CAPACITY} that become final last.
 *
 * <p>The list is the caller's, so that it can be a field of an entity's state: {@code [until, cents]} for each,
 * unordered; it grows by doubling, and a final deposit's slot is reused.
 */
public final class ReversibleDeposits {

    static final int CAPACITY = 16;

    private static final int WIDTH = 2;
    private static final int CENTS = 1;

    /** Cents that are reversible after {@code timeMillis}. */
    public static long reversibleCents(long[] list, long timeMillis) {
        long sum = 0;
        for (int offset = 0; offset < list.length; offset += WIDTH) {
            sum += list[offset] > timeMillis ? list[offset + CENTS] : 0;
        }
        return sum;
    }

    /** Adds a deposit; returns the list, a new one if it had to grow. */
    public static long[] add(long[] list, long untilMillis, long cents) {
        if (list.length < CAPACITY * WIDTH && !hasFreeSlot(list)) {
            long[] grown = Arrays.copyOf(list, Math.max(WIDTH, 2 * list.length));
            write(grown, list.length, untilMillis, cents);
            return grown;
        }
        int first = earliest(list);
        if (isEarlier(list[first], list[first + CENTS], untilMillis, cents)) {
            write(list, first, untilMillis, cents);
        }
        return list;
    }

    private static boolean hasFreeSlot(long[] list) {
        return list.length > 0 && list[earliest(list) + CENTS] == 0;
    }

    private static int earliest(long[] list) {
        int first = 0;
        for (int offset = WIDTH; offset < list.length; offset += WIDTH) {
            if (isEarlier(list[offset], list[offset + CENTS], list[first], list[first + CENTS])) {
                first = offset;
            }
        }
        return first;
    }

    private static boolean isEarlier(long until, long cents, long otherUntil, long otherCents) {
        return until < otherUntil || (until == otherUntil && cents < otherCents);
    }

    private static void write(long[] list, int offset, long untilMillis, long cents) {
        list[offset] = untilMillis;
        list[offset + CENTS] = cents;
    }

    private ReversibleDeposits() {}
}
