package firedrill.ingest;

import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;

/** Bounds of sampled shares and counts: four standard errors, which chance exceeds once in 16,000 times. */
public final class SamplingError {

    private static final double STANDARD_ERRORS = 4;

    private SamplingError() {}

    /** Bound of the share of {@code trials} independent trials of this probability that succeed. */
    public static Offset<Double> ofShare(double probability, long trials) {
        return within(STANDARD_ERRORS * Math.sqrt(probability * (1 - probability) / trials));
    }

    /** Bound of a Poisson count of this mean. */
    public static Offset<Double> ofCount(double mean) {
        return within(STANDARD_ERRORS * Math.sqrt(mean));
    }
}
