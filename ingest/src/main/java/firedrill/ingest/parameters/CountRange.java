package firedrill.ingest.parameters;

/** Bounds of a uniform integer, both included. */
public record CountRange(int min, int max) {

    public CountRange {
        if (min > max) {
            throw new IllegalArgumentException("min must not exceed max, was " + min + " and " + max);
        }
    }

    /** How many integers lie in the range. */
    public int size() {
        return max - min + 1;
    }
}
