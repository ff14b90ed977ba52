package firedrill.ingest.customer;

/**
 * Samples an index with a probability proportional to its weight, in O(1).
 *
 * <p>Source: A. J. Walker's alias method, tables built with M. D. Vose's method (IEEE Trans. Software Eng. 17, 1991).
 */
final class AliasTable {

    private final double[] keep;
    private final int[] alias;

    /** Weights are positive, with any sum. */
    AliasTable(double[] weights) {
        int size = weights.length;
        keep = new double[size];
        alias = new int[size];
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        int[] order = new int[size];
        int small = 0;
        int large = size;
        for (int i = 0; i < size; i++) {
            keep[i] = weights[i] * size / sum;
            alias[i] = i;
            order[keep[i] < 1 ? small++ : --large] = i;
        }
        pair(order, large);
    }

    /** Pairs each index below the average with one above it; those below come before {@code firstLarge}. */
    private void pair(int[] order, int firstLarge) {
        int large = firstLarge;
        for (int small = 0; small < large && large < order.length; small++) {
            int deficit = order[small];
            int surplus = order[large];
            alias[deficit] = surplus;
            keep[surplus] -= 1 - keep[deficit];
            if (keep[surplus] < 1) {
                large++;
            }
        }
    }

    /** The index that {@code uniform}, in (0, 1), selects. */
    int sample(double uniform) {
        double scaled = uniform * keep.length;
        int slot = (int) scaled;
        return scaled - slot < keep[slot] ? slot : alias[slot];
    }
}
