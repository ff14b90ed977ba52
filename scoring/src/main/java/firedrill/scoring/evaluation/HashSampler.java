package firedrill.scoring.evaluation;

/** Chooses one id in so many by the id alone, so that no label has a say. */
public final class HashSampler {

    public static boolean isKept(long eventId, int oneIn) {
        // The finaliser of SplitMix64: spreads consecutive ids evenly.
        long mixed = (eventId ^ (eventId >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return Math.floorMod(mixed ^ (mixed >>> 31), oneIn) == 0;
    }

    private HashSampler() {}
}
