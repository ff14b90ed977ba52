package firedrill.scoring.feature.window;

/** Amounts of money as features count them. */
public final class UsdAmounts {

    /** Ten billion dollars: no window overflows on amounts up to here. */
    private static final long MAX_CENTS = 1_000_000_000_000L;

    private static final double CENTS_PER_DOLLAR = 100;
    private static final double DECAY = 0.9;

    /** {@code cents}, capped so that sums of many stay in the range of a long. */
    public static long capCents(long cents) {
        return Math.min(cents, MAX_CENTS);
    }

    /** Running maximum after one more amount; earlier amounts decay by a tenth with each. */
    public static double decayedMaxUsd(double soFarUsd, long cents) {
        return Math.max(DECAY * soFarUsd, toUsd(cents));
    }

    public static double toUsd(long cents) {
        return cents / CENTS_PER_DOLLAR;
    }

    private UsdAmounts() {}
}
