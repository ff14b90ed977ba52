package firedrill.scoring.model.tree;

/** What one thread needs to walk trees: the keys of its inputs, and where each tree ended. */
public final class TreeTraversal {

    private final int[] keys;
    private final int[] leafIndexes;
    /** What the leaves of boosted trees come to. */
    public float honestSum;

    public float fraudSum;

    /** For {@code trees} that read rows of {@code columns} numbers. */
    public TreeTraversal(int trees, int columns) {
        this.leafIndexes = new int[trees];
        this.keys = new int[columns];
    }

    /** Where each of {@code trees} ends; overwritten by the next call. */
    public int[] leafIndexes(FlatTrees trees, double[] inputs) {
        trees.traverse(keys(inputs), leafIndexes);
        return leafIndexes;
    }

    /** The keys of {@code inputs}; overwritten by the next call. */
    public int[] keys(double[] inputs) {
        for (int i = 0; i < keys.length; i++) {
            keys[i] = FloatKeys.keyOf((float) inputs[i]);
        }
        return keys;
    }
}
