package firedrill.ingest.random;

/**
 * Source of every random stream of a run.
 *
 * <p>Counter-based: a draw is a pure function of seed, purpose, entity and index, never of earlier draws. Two runs that
 * differ only in the operator's actions share all exogenous draws (common random numbers).
 *
 * @param seed any number
 */
public record RandomSource(long seed) {

    /** The stream of one purpose; streams of different purposes are independent. */
    public RandomStream stream(StreamPurpose purpose) {
        String text = purpose.key();
        long key = RandomStream.mix(seed);
        for (int i = 0; i < text.length(); i++) {
            key = RandomStream.mix(key + text.charAt(i));
        }
        return new RandomStream(key);
    }
}
