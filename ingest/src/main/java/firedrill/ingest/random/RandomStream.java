package firedrill.ingest.random;

/**
 * Draws about one thing. Each is a function of two numbers: whom it concerns (a user, a second, an intention) and which
 * of several it is. O(1), no state, no garbage, the same bits on every machine.
 *
 * <p>The bits are those of SplitMix64's finaliser (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014), applied once per number.
 */
public final class RandomStream {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double ULP = 0x1.0p-53;
    /** Ids stay exact in a double, and so in JSON and JavaScript. */
    private static final int ID_BITS = 48;
    /** Above it, the first term of the Poisson distribution would come near underflow. */
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

    /** 64 independent bits; also the key of whatever is to be drawn about this draw. */
    public long bits(long whom, long index) {
        return mix(mix(key ^ whom) + index);
    }

    /** Uniform in (0, 1), both ends excluded. */
    public double uniform(long whom, long index) {
        return ((bits(whom, index) >>> 11) + 0.5) * ULP;
    }

    /** Uniform in (low, high). */
    public double uniformBetween(double low, double high, long whom, long index) {
        return low + (high - low) * uniform(whom, index);
    }

    /** Whether something with this probability happens. */
    public boolean bernoulli(double probability, long whom, long index) {
        return uniform(whom, index) < probability;
    }

    /** Uniform in [0, bound). */
    public int uniformInt(int bound, long whom, long index) {
        return (int) (uniform(whom, index) * bound);
    }

    /** An id: positive, below 2^48. Two of a million are equal in fewer than 1 run of 200, and that does no harm. */
    public long randomId(long whom, long index) {
        return (bits(whom, index) >>> (Long.SIZE - ID_BITS)) | 1L;
    }

    /** Standard normal. */
    public double normal(long whom, long index) {
        return NormalQuantile.of(uniform(whom, index));
    }

    /** Log-normal with this median; {@code sigma} is the standard deviation of the logarithm. */
    public double logNormal(double median, double sigma, long whom, long index) {
        return median * StrictMath.exp(sigma * normal(whom, index));
    }

    /** Exponential with this mean. */
    public double exponential(double mean, long whom, long index) {
        return -mean * StrictMath.log(uniform(whom, index));
    }

    /** Geometric on 0, 1, 2 ... with this mean: a negative binomial of dispersion 1, the heavy-tailed one. */
    public int geometric(double mean, long whom, long index) {
        return (int) (StrictMath.log(uniform(whom, index)) / StrictMath.log(mean / (1 + mean)));
    }

    /** Poisson with this mean, by inversion: a larger mean never gives a smaller number. Costs O(mean). */
    public int poisson(double mean, long whom, long index) {
        int total = 0;
        double rest = mean;
        for (long step = 0; rest > MAX_POISSON_STEP; step++) {
            total += poissonByInversion(MAX_POISSON_STEP, uniform(bits(whom, index), step));
            rest -= MAX_POISSON_STEP;
        }
        return total + poissonByInversion(rest, uniform(whom, index));
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
