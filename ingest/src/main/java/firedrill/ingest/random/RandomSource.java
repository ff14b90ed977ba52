package firedrill.ingest.random;

/**
 * All the chance of one run, from one seed.
 *
 * <p>Nothing is drawn in a sequence: a draw is a function of the seed, of what it is about, and of whom. So a run in which
 * an operator acts otherwise meets the same arrivals, prices and tempers, and two runs differ by the action alone (common
 * random numbers).
 *
 * @param seed any number
 */
public record RandomSource(long seed) {

    /** The draws about one thing; two purposes with different names are independent. */
    public RandomStream stream(String purpose) {
        long key = RandomStream.mix(seed);
        for (int i = 0; i < purpose.length(); i++) {
            key = RandomStream.mix(key + purpose.charAt(i));
        }
        return new RandomStream(key);
    }
}
