package firedrill.scoring.feature;

/** Cents as features count them. */
final class Money {

    /** Ten billion dollars: no window can overflow on amounts of at most this much. */
    private static final long MOST_CENTS = 1_000_000_000_000L;

    private static final double CENTS_PER_DOLLAR = 100;

    /** {@code cents}, cut where a sum of many could leave the range of a long. */
    static long summable(long cents) {
        return Math.min(cents, MOST_CENTS);
    }

    static double dollars(long cents) {
        return cents / CENTS_PER_DOLLAR;
    }

    private Money() {}
}
