package firedrill.scoring.model;

/** What one thread needs to walk trees: the keys of its inputs, and where each tree ended. */
final class Walk {

    private final int[] keys;
    private final int[] ends;
    /** What the leaves of boosted trees come to. */
    float honest;

    float fraud;

    /** For {@code trees} that read rows of {@code columns} numbers. */
    Walk(int trees, int columns) {
        this.ends = new int[trees];
        this.keys = new int[columns];
    }

    /** Where each of {@code trees} ends; overwritten by the next call. */
    int[] ends(FlatTrees trees, double[] inputs) {
        trees.walk(keys(inputs), ends);
        return ends;
    }

    /** The keys of {@code inputs}; overwritten by the next call. */
    int[] keys(double[] inputs) {
        for (int i = 0; i < keys.length; i++) {
            keys[i] = FloatKeys.of((float) inputs[i]);
        }
        return keys;
    }
}
