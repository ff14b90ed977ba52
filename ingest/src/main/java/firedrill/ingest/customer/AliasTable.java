package firedrill.ingest.customer;

/**
 * Picks an index with a probability proportional to its weight, in O(1).
 *
 * <p>Source: A. J. Walker's alias method, tables built as M. D. Vose showed (IEEE Trans. Software Eng. 17, 1991).
 */
final class AliasTable {

    private final double[] keep;
    private final int[] alias;

    /** Weights must be positive; their sum does not matter. */
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

    /** Fills up each index below the average from one above it; those below stand before {@code firstLarge}. */
    private void pair(int[] order, int firstLarge) {
        int large = firstLarge;
        for (int small = 0; small < large && large < order.length; small++) {
            int poor = order[small];
            int rich = order[large];
            alias[poor] = rich;
            keep[rich] -= 1 - keep[poor];
            if (keep[rich] < 1) {
                large++;
            }
        }
    }

    /** The index that {@code uniform}, in (0, 1), picks. */
    int sample(double uniform) {
        double scaled = uniform * keep.length;
        int slot = (int) scaled;
        return scaled - slot < keep[slot] ? slot : alias[slot];
    }
}
