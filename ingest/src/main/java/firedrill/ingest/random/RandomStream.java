package firedrill.ingest.random;

/**
 * Random stream of one purpose. Each draw is a pure function of two numbers: the key of the entity that it concerns (a
 * user, a second, an intent) and the index of the draw. O(1), stateless, free of garbage, the same bits on every machine.
 *
 * <p>The bits are those of SplitMix64's finaliser (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014), applied once per number.
 */
public final class RandomStream {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double ULP = 0x1.0p-53;
    /** Ids stay exact in a double, so also in JSON and JavaScript. */
    private static final int ID_BITS = 48;
    /** With a larger mean the first term of the Poisson distribution comes near underflow. */
    private static final double MAX_POISSON_STEP = 256;

    private final long key;

    RandomStream(long key) {
        this.key = key;
    }

    /** SplitMix64's finaliser. */
    static long mix(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** 64 independent bits; also serves as the key of further draws. */
    public long bits(long entityKey, DrawIndex draw) {
        return bits(entityKey, draw, 0);
    }

    /** The same for one repetition of the draw, counted from 0. */
    public long bits(long entityKey, DrawIndex draw, long repetition) {
        return mix(mix(key ^ entityKey) + draw.at(repetition));
    }

    /** Uniform in (0, 1), both ends excluded. */
    public double uniform(long entityKey, DrawIndex draw) {
        return uniform(entityKey, draw, 0);
    }

    /** The same for one repetition of the draw, counted from 0. */
    public double uniform(long entityKey, DrawIndex draw, long repetition) {
        return toUniform(bits(entityKey, draw, repetition));
    }

    /** Uniform in (low, high). */
    public double uniformBetween(double low, double high, long entityKey, DrawIndex draw) {
        return uniformBetween(low, high, entityKey, draw, 0);
    }

    /** The same for one repetition of the draw, counted from 0. */
    public double uniformBetween(double low, double high, long entityKey, DrawIndex draw, long repetition) {
        return low + (high - low) * uniform(entityKey, draw, repetition);
    }

    /** True with this probability. */
    public boolean bernoulli(double probability, long entityKey, DrawIndex draw) {
        return bernoulli(probability, entityKey, draw, 0);
    }

    /** The same for one repetition of the draw, counted from 0. */
    public boolean bernoulli(double probability, long entityKey, DrawIndex draw, long repetition) {
        return uniform(entityKey, draw, repetition) < probability;
    }

    /** Uniform in [0, bound). */
    public int uniformInt(int bound, long entityKey, DrawIndex draw) {
        return uniformInt(bound, entityKey, draw, 0);
    }

    /** The same for one repetition of the draw, counted from 0. */
    public int uniformInt(int bound, long entityKey, DrawIndex draw, long repetition) {
        return (int) (uniform(entityKey, draw, repetition) * bound);
    }

    /** A random id: positive, below 2^48. A million ids contain an equal pair in fewer than 1 run of 200; it is harmless. */
    public long randomId(long entityKey, DrawIndex draw) {
        return randomId(entityKey, draw, 0);
    }

    /** The same for one repetition of the draw, counted from 0. */
    public long randomId(long entityKey, DrawIndex draw, long repetition) {
        return (bits(entityKey, draw, repetition) >>> (Long.SIZE - ID_BITS)) | 1L;
    }

    /** Standard normal. */
    public double normal(long entityKey, DrawIndex draw) {
        return normal(entityKey, draw, 0);
    }

    /** The same for one repetition of the draw, counted from 0. */
    public double normal(long entityKey, DrawIndex draw, long repetition) {
        return NormalQuantile.of(uniform(entityKey, draw, repetition));
    }

    /** Log-normal with this median; {@code sigma} is the standard deviation of the logarithm. */
    public double logNormal(double median, double sigma, long entityKey, DrawIndex draw) {
        return logNormal(median, sigma, entityKey, draw, 0);
    }

    /** The same for one repetition of the draw, counted from 0. */
    public double logNormal(double median, double sigma, long entityKey, DrawIndex draw, long repetition) {
        return median * StrictMath.exp(sigma * normal(entityKey, draw, repetition));
    }

    /** Exponential with this mean. */
    public double exponential(double mean, long entityKey, DrawIndex draw) {
        return exponential(mean, entityKey, draw, 0);
    }

    /** The same for one repetition of the draw, counted from 0. */
    public double exponential(double mean, long entityKey, DrawIndex draw, long repetition) {
        return -mean * StrictMath.log(uniform(entityKey, draw, repetition));
    }

    /** Geometric on 0, 1, 2 ... with this mean: a heavy-tailed negative binomial of dispersion 1. */
    public int geometric(double mean, long entityKey, DrawIndex draw) {
        return (int) (StrictMath.log(uniform(entityKey, draw)) / StrictMath.log(mean / (1 + mean)));
    }

    /** Poisson with this mean, by inversion: a larger mean never gives a smaller number. Costs O(mean). */
    public int poisson(double mean, long entityKey, DrawIndex draw) {
        return poisson(mean, entityKey, draw, 0);
    }

    /** The same for one repetition of the draw, counted from 0. */
    public int poisson(double mean, long entityKey, DrawIndex draw, long repetition) {
        int total = 0;
        double rest = mean;
        long bits = bits(entityKey, draw, repetition);
        for (long step = 0; rest > MAX_POISSON_STEP; step++) {
            total += poissonByInversion(MAX_POISSON_STEP, toUniform(mix(mix(key ^ bits) + step)));
            rest -= MAX_POISSON_STEP;
        }
        return total + poissonByInversion(rest, toUniform(bits));
    }

    private static double toUniform(long bits) {
        return ((bits >>> 11) + 0.5) * ULP;
    }

    private static int poissonByInversion(double mean, double uniform) {
        double term = StrictMath.exp(-mean);
        double sum = term;
        int count = 0;
        while (uniform > sum && term > 0) {
            count++;
            term *= mean / count;
            sum += term;
        }
        return count;
    }
}
