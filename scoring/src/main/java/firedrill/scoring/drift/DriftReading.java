package firedrill.scoring.drift;

/**
 * One comparison of the score distribution with the champion's reference.
 *
 * @param timeMillis simulated time of the end of the window
 * @param psi population stability index of the window against the reference, at least 0
 * @param criticalValue value that the index must exceed to be significant at this sample size
 * @param sampleSize decisions in the window
 * @param referenceSampleSize decisions in the reference
 */
public record DriftReading(
        long timeMillis, double psi, double criticalValue, long sampleSize, long referenceSampleSize) {

    public DriftReading {
        if (!(psi >= 0
                && psi < Double.POSITIVE_INFINITY
                && criticalValue >= 0
                && criticalValue < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "psi and criticalValue must be finite and at least 0, were " + psi + ", " + criticalValue);
        }
        if (sampleSize <= 0 || referenceSampleSize <= 0) {
            throw new IllegalArgumentException("sample sizes must be positive, were " + sampleSize + " and "
                    + referenceSampleSize + " in the reference");
        }
    }

    public boolean isSignificant() {
        return psi > criticalValue;
    }
}
