package firedrill.scoring.feature.window;

/** Cents as features count them. */
public final class UsdAmounts {

    /** Ten billion dollars: no window can overflow on amounts of at most this much. */
    private static final long MAX_CENTS = 1_000_000_000_000L;

    private static final double CENTS_PER_DOLLAR = 100;
    private static final double DECAY = 0.9;

    /** {@code cents}, cut where a sum of many could leave the range of a long. */
    public static long capCents(long cents) {
        return Math.min(cents, MAX_CENTS);
    }

    /** The largest of the earlier amounts, after one more; each fades by a tenth per later one, so that none stays for ever. */
    public static double decayedMaxUsd(double soFarUsd, long cents) {
        return Math.max(DECAY * soFarUsd, toUsd(cents));
    }

    public static double toUsd(long cents) {
        return cents / CENTS_PER_DOLLAR;
    }

    private UsdAmounts() {}
}
