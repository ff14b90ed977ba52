package firedrill.ingest.fraud.parameters;

/** Bounds of a uniform distribution; the unit stands in the name of the parameter. */
public record UniformRange(double min, double max) {

    public UniformRange {
        if (min > max) {
            throw new IllegalArgumentException("min must not exceed max, was " + min + " and " + max);
        }
    }
}
