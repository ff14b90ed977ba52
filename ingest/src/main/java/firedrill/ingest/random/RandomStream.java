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

    static long mix(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** 64 independent bits; also serves as the key of further draws. */
    public long bits(long entityKey, DrawIndex draw) {
        return bits(entityKey, draw.index());
    }

    public long bits(long entityKey, DrawIndex draw, long repetition) {
        return bits(entityKey, draw.at(repetition));
    }

    /** Uniform in (0, 1), both ends excluded. */
    public double uniform(long entityKey, DrawIndex draw) {
        return uniform(entityKey, draw.index());
    }

    public double uniform(long entityKey, DrawIndex draw, long repetition) {
        return uniform(entityKey, draw.at(repetition));
    }

    /** Uniform in (low, high). */
    public double uniformBetween(double low, double high, long entityKey, DrawIndex draw) {
        return uniformBetween(low, high, entityKey, draw.index());
    }

    public double uniformBetween(double low, double high, long entityKey, DrawIndex draw, long repetition) {
        return uniformBetween(low, high, entityKey, draw.at(repetition));
    }

    /** True with this probability. */
    public boolean bernoulli(double probability, long entityKey, DrawIndex draw) {
        return bernoulli(probability, entityKey, draw.index());
    }

    public boolean bernoulli(double probability, long entityKey, DrawIndex draw, long repetition) {
        return bernoulli(probability, entityKey, draw.at(repetition));
    }

    /** Uniform in [0, bound). */
    public int uniformInt(int bound, long entityKey, DrawIndex draw) {
        return uniformInt(bound, entityKey, draw.index());
    }

    public int uniformInt(int bound, long entityKey, DrawIndex draw, long repetition) {
        return uniformInt(bound, entityKey, draw.at(repetition));
    }

    /** A random id: positive, below 2^48. In a million ids an equal pair occurs in fewer than 1 run of 200, and is harmless. */
    public long randomId(long entityKey, DrawIndex draw) {
        return randomId(entityKey, draw.index());
    }

    public long randomId(long entityKey, DrawIndex draw, long repetition) {
        return randomId(entityKey, draw.at(repetition));
    }

    /** Standard normal. */
    public double normal(long entityKey, DrawIndex draw) {
        return normal(entityKey, draw.index());
    }

    public double normal(long entityKey, DrawIndex draw, long repetition) {
        return normal(entityKey, draw.at(repetition));
    }

    /** Log-normal with this median; {@code sigma} is the standard deviation of the logarithm. */
    public double logNormal(double median, double sigma, long entityKey, DrawIndex draw) {
        return logNormal(median, sigma, entityKey, draw.index());
    }

    public double logNormal(double median, double sigma, long entityKey, DrawIndex draw, long repetition) {
        return logNormal(median, sigma, entityKey, draw.at(repetition));
    }

    /** Exponential with this mean. */
    public double exponential(double mean, long entityKey, DrawIndex draw) {
        return exponential(mean, entityKey, draw.index());
    }

    public double exponential(double mean, long entityKey, DrawIndex draw, long repetition) {
        return exponential(mean, entityKey, draw.at(repetition));
    }

    /** Geometric on 0, 1, 2 ... with this mean: a heavy-tailed negative binomial of dispersion 1. */
    public int geometric(double mean, long entityKey, DrawIndex draw) {
        return geometric(mean, entityKey, draw.index());
    }

    public int geometric(double mean, long entityKey, DrawIndex draw, long repetition) {
        return geometric(mean, entityKey, draw.at(repetition));
    }

    /** Poisson with this mean, by inversion: a larger mean never gives a smaller number. Costs O(mean). */
    public int poisson(double mean, long entityKey, DrawIndex draw) {
        return poisson(mean, entityKey, draw.index());
    }

    public int poisson(double mean, long entityKey, DrawIndex draw, long repetition) {
        return poisson(mean, entityKey, draw.at(repetition));
    }

    public long bits(long entityKey, long index) {
        return mix(mix(key ^ entityKey) + index);
    }

    public double uniform(long entityKey, long index) {
        return ((bits(entityKey, index) >>> 11) + 0.5) * ULP;
    }

    public double uniformBetween(double low, double high, long entityKey, long index) {
        return low + (high - low) * uniform(entityKey, index);
    }

    public boolean bernoulli(double probability, long entityKey, long index) {
        return uniform(entityKey, index) < probability;
    }

    public int uniformInt(int bound, long entityKey, long index) {
        return (int) (uniform(entityKey, index) * bound);
    }

    public long randomId(long entityKey, long index) {
        return (bits(entityKey, index) >>> (Long.SIZE - ID_BITS)) | 1L;
    }

    public double normal(long entityKey, long index) {
        return NormalQuantile.of(uniform(entityKey, index));
    }

    public double logNormal(double median, double sigma, long entityKey, long index) {
        return median * StrictMath.exp(sigma * normal(entityKey, index));
    }

    public double exponential(double mean, long entityKey, long index) {
        return -mean * StrictMath.log(uniform(entityKey, index));
    }

    public int geometric(double mean, long entityKey, long index) {
        return (int) (StrictMath.log(uniform(entityKey, index)) / StrictMath.log(mean / (1 + mean)));
    }

    public int poisson(double mean, long entityKey, long index) {
        int total = 0;
        double rest = mean;
        for (long step = 0; rest > MAX_POISSON_STEP; step++) {
            total += poissonByInversion(MAX_POISSON_STEP, uniform(bits(entityKey, index), step));
            rest -= MAX_POISSON_STEP;
        }
        return total + poissonByInversion(rest, uniform(entityKey, index));
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
