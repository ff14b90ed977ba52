package firedrill.ingest.parameters;

/** Bounds of a uniform distribution. */
public record UniformRange(double min, double max) {

    public UniformRange {
        if (!(min <= max)) {
            throw new IllegalArgumentException("min must not exceed max, was " + min + " and " + max);
        }
    }
}
