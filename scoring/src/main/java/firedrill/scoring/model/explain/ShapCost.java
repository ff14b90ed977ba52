package firedrill.scoring.model.explain;

/**
 * Memory and work of the explanations of a model, leaf by leaf; decides which leaves get a table.
 *
 * <p>A table doubles with each feature of its leaf, 3 kB at six. So the tables of a model share a fixed memory, in the
 * order of the leaves; a leaf without one takes longer and gives the same values.
 */
public final class ShapCost {

    private static final int MAX_TABLE_FEATURES = 6;
    private static final long MAX_TABLE_BYTES = 32L << 20;
    private static final int ARRAY_BYTES = 16;
    /** The leaf, the headers of its arrays of features, bounds and shares, and the reference to it. */
    private static final int LEAF_BYTES = 48 + 4 * (ARRAY_BYTES + 8) + 8;

    private static final int FEATURE_BYTES = 3 * Integer.BYTES + Double.BYTES;

    private long tableBytes;
    private long leafBytes;
    private long steps;

    /**
     * Counts a leaf.
     *
     * @param features number of features on its path
     * @return whether it has a table
     */
    public boolean addLeaf(int features) {
        leafBytes += LEAF_BYTES + (long) FEATURE_BYTES * features;
        boolean hasTable = features <= MAX_TABLE_FEATURES && tableBytes + tableBytes(features) <= MAX_TABLE_BYTES;
        if (hasTable) {
            tableBytes += tableBytes(features);
            steps += 1 + 2L * features;
        } else {
            steps += 1 + 2L * features * (1 + features);
        }
        return hasTable;
    }

    private static long tableBytes(int features) {
        return ARRAY_BYTES + (long) Double.BYTES * features * (1 << features);
    }

    /** Heap of all leaves and tables. */
    public long heapBytes() {
        return leafBytes + tableBytes;
    }

    /** Multiplications and look-ups of one explanation. */
    public long steps() {
        return steps;
    }
}
