package firedrill.ingest.fraud.ring;

/** Draws from a categorical distribution. */
public final class Categorical {

    private Categorical() {}

    /** Index of the share that {@code uniform}, in (0, 1), falls into; the number of shares if it lies beyond their sum. */
    public static int index(double uniform, double... shares) {
        double remaining = uniform;
        for (int i = 0; i < shares.length; i++) {
            remaining -= shares[i];
            if (remaining < 0) {
                return i;
            }
        }
        return shares.length;
    }
}
