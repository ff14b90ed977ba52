package firedrill.scoring.feature;

import java.util.Arrays;

/**
 * Deposits that can still be called back: of all that came in, the {@value #CAPACITY} that become final last.
 *
 * <p>The list is the caller's, so that it can be a field of an entity's state: {@code [final at, cents]} for each, in no
 * order; it grows by doubling, and what has become final gives up its place.
 */
final class PendingMoney {

    static final int CAPACITY = 16;

    private static final int WIDTH = 2;
    private static final int CENTS = 1;

    /** Cents that can be called back after {@code timeMillis}. */
    static long cents(long[] list, long timeMillis) {
        long sum = 0;
        for (int place = 0; place < list.length; place += WIDTH) {
            sum += list[place] > timeMillis ? list[place + CENTS] : 0;
        }
        return sum;
    }

    /** Notes a deposit; returns the list, which is a new one if it had to grow. */
    static long[] add(long[] list, long finalAtMillis, long cents) {
        if (list.length < CAPACITY * WIDTH && !hasPlace(list)) {
            long[] grown = Arrays.copyOf(list, Math.max(WIDTH, 2 * list.length));
            write(grown, list.length, finalAtMillis, cents);
            return grown;
        }
        int soonest = soonest(list);
        if (isSooner(list[soonest], list[soonest + CENTS], finalAtMillis, cents)) {
            write(list, soonest, finalAtMillis, cents);
        }
        return list;
    }

    private static boolean hasPlace(long[] list) {
        return list.length > 0 && list[soonest(list) + CENTS] == 0;
    }

    private static int soonest(long[] list) {
        int soonest = 0;
        for (int place = WIDTH; place < list.length; place += WIDTH) {
            if (isSooner(list[place], list[place + CENTS], list[soonest], list[soonest + CENTS])) {
                soonest = place;
            }
        }
        return soonest;
    }

    private static boolean isSooner(long finalAt, long cents, long otherFinalAt, long otherCents) {
        return finalAt < otherFinalAt || (finalAt == otherFinalAt && cents < otherCents);
    }

    private static void write(long[] list, int place, long finalAtMillis, long cents) {
        list[place] = finalAtMillis;
        list[place + CENTS] = cents;
    }

    private PendingMoney() {}
}
