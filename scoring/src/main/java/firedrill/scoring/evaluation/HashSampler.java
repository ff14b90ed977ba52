package firedrill.scoring.evaluation;

/** Deterministic sampling by event id, independent of the label. */
public final class HashSampler {

    /** Whether {@code eventId} is in the sample of one in {@code interval}. A member at 2n is a member at n. */
    public static boolean isKept(long eventId, int interval) {
        // The finaliser of SplitMix64 spreads consecutive ids evenly.
        long mixed = (eventId ^ (eventId >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return Math.floorMod(mixed ^ (mixed >>> 31), interval) == 0;
    }

    private HashSampler() {}
}
