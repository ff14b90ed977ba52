package firedrill.ingest.chance;

/**
 * Random draws that are functions of seed, purpose, entity and index; nothing is consumed, so asking for one draw never
 * shifts another (common random numbers).
 *
 * <p>The bits are those of the SplitMix64 finaliser (Steele, Lea and Flood, OOPSLA 2014) over the four numbers, mixed one
 * after the other.
 */
public record Chance(long seed) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** 64 bits. */
    public long bits(Purpose purpose, long entity, long index) {
        long mixed = mix(seed + GOLDEN * (purpose.ordinal() + 1));
        mixed = mix(mixed ^ (entity * GOLDEN));
        return mix(mixed + index * GOLDEN);
    }

    /** Uniform in (0, 1). */
    public double uniform(Purpose purpose, long entity, long index) {
        return ((bits(purpose, entity, index) >>> 11) + 0.5) * 0x1.0p-53;
    }

    /** Whether something of that probability happens. */
    public boolean happens(double probability, Purpose purpose, long entity, long index) {
        return uniform(purpose, entity, index) < probability;
    }

    /** Uniform in [0, bound). */
    public int below(int bound, Purpose purpose, long entity, long index) {
        return (int) (uniform(purpose, entity, index) * bound);
    }

    /** Standard normal, by Box and Muller. */
    public double normal(Purpose purpose, long entity, long index) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform(purpose, entity, index)));
        double angle = uniform(purpose, ~entity, index);
        return radius * StrictMath.cos(2 * Math.PI * angle);
    }

    /** Log-normal with this median. */
    public double logNormal(double median, double sigma, Purpose purpose, long entity, long index) {
        return median * StrictMath.exp(sigma * normal(purpose, entity, index));
    }

    /** Exponential with this mean. */
    public double exponential(double mean, Purpose purpose, long entity, long index) {
        return -mean * StrictMath.log(uniform(purpose, entity, index));
    }

    /** Poisson with this mean, by inversion; for means up to a few hundred. */
    public int poisson(double mean, Purpose purpose, long entity, long index) {
        double left = uniform(purpose, entity, index);
        double probability = StrictMath.exp(-mean);
        int count = 0;
        while (left > probability && count < 10_000) {
            left -= probability;
            count++;
            probability *= mean / count;
        }
        return count;
    }

    /** Geometric from 0 with this mean. */
    public int geometric(double mean, Purpose purpose, long entity, long index) {
        return (int) (StrictMath.log(uniform(purpose, entity, index)) / StrictMath.log(mean / (1 + mean)));
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
