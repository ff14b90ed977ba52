package firedrill.scoring.registry;

/**
 * Position of a user in [0, 1) for one model: constant, uniform over users, and independent between models, so that
 * rollouts of different models affect different users.
 *
 * <p>The mixing is the finalizer of SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number
 * Generators", 2014).
 */
final class HashBucket {

    private static final int DOUBLE_BITS = 53;

    /** In [0, 1). */
    static double of(String model, long userId) {
        long mixed = mix(mix(userId) + model.hashCode());
        return (mixed >>> (Long.SIZE - DOUBLE_BITS)) * 0x1.0p-53;
    }

    private static long mix(long bits) {
        long z = bits + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private HashBucket() {}
}
