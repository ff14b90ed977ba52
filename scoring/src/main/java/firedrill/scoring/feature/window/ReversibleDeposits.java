package firedrill.scoring.feature.window;

import java.util.Arrays;

/**
 * Young deposits that can still be called back: of all, the {@value #CAPACITY} that stop being so last.
 *
 * <p>The list is the caller's, so that it can be a field of an entity's state: {@code [until, cents]} for each, in no
 * order; it grows by doubling, and what is over gives up its place.
 */
public final class ReversibleDeposits {

    static final int CAPACITY = 16;

    private static final int WIDTH = 2;
    private static final int CENTS = 1;

    /** Cents that can be called back after {@code timeMillis}. */
    public static long reversibleCents(long[] list, long timeMillis) {
        long sum = 0;
        for (int place = 0; place < list.length; place += WIDTH) {
            sum += list[place] > timeMillis ? list[place + CENTS] : 0;
        }
        return sum;
    }

    /** Notes a deposit; returns the list, which is a new one if it had to grow. */
    public static long[] add(long[] list, long untilMillis, long cents) {
        if (list.length < CAPACITY * WIDTH && !hasFreeSlot(list)) {
            long[] grown = Arrays.copyOf(list, Math.max(WIDTH, 2 * list.length));
            write(grown, list.length, untilMillis, cents);
            return grown;
        }
        int soonest = earliest(list);
        if (isEarlier(list[soonest], list[soonest + CENTS], untilMillis, cents)) {
            write(list, soonest, untilMillis, cents);
        }
        return list;
    }

    private static boolean hasFreeSlot(long[] list) {
        return list.length > 0 && list[earliest(list) + CENTS] == 0;
    }

    private static int earliest(long[] list) {
        int soonest = 0;
        for (int place = WIDTH; place < list.length; place += WIDTH) {
            if (isEarlier(list[place], list[place + CENTS], list[soonest], list[soonest + CENTS])) {
                soonest = place;
            }
        }
        return soonest;
    }

    private static boolean isEarlier(long until, long cents, long otherUntil, long otherCents) {
        return until < otherUntil || (until == otherUntil && cents < otherCents);
    }

    private static void write(long[] list, int place, long untilMillis, long cents) {
        list[place] = untilMillis;
        list[place + CENTS] = cents;
    }

    private ReversibleDeposits() {}
}
