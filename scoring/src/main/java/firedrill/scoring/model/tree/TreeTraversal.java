package firedrill.scoring.model.tree;

/** Scratch memory of one thread: keys of the inputs, leaf reached by each tree, sums of both classes. */
public final class TreeTraversal {

    private final int[] keys;
    private final int[] leafIndexes;
    /** Sum of the leaves for honest. */
    public float honestSum;

    /** Sum of the leaves for fraud. */
    public float fraudSum;

    /** Memory for {@code trees} trees over rows of {@code columns} numbers. */
    public TreeTraversal(int trees, int columns) {
        this.leafIndexes = new int[trees];
        this.keys = new int[columns];
    }

    /** Index of the leaf that each of {@code trees} reaches; overwritten by the next call. */
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
