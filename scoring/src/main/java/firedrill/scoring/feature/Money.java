package firedrill.scoring.feature;

/** Cents as features count them. */
final class Money {

    /** Ten billion dollars: no window can overflow on amounts of at most this much. */
    private static final long MOST_CENTS = 1_000_000_000_000L;

    private static final double CENTS_PER_DOLLAR = 100;
    private static final double FADES_TO = 0.9;

    /** {@code cents}, cut where a sum of many could leave the range of a long. */
    static long summable(long cents) {
        return Math.min(cents, MOST_CENTS);
    }

    /** The largest of the earlier amounts, after one more; each fades by a tenth per later one, so that none stays for ever. */
    static double largest(double soFarUsd, long cents) {
        return Math.max(FADES_TO * soFarUsd, dollars(cents));
    }

    static double dollars(long cents) {
        return cents / CENTS_PER_DOLLAR;
    }

    private Money() {}
}
