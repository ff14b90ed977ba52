package firedrill.scoring.model.tree;

import java.util.SplittableRandom;

/** Trees of any shape, and inputs that meet their thresholds. */
public final class RandomTrees {

    private static final int THRESHOLDS = 6;

    /** Over the first {@code features} features, no deeper than {@code depth}, and mostly less. */
    public static TreeNode tree(SplittableRandom random, int features, int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return new TreeNode.Leaf(
                    (float) (random.nextDouble() - 0.5), (float) (random.nextDouble() - 0.5), 1 + random.nextInt(100));
        }
        int threshold = random.nextInt(THRESHOLDS);
        return TreeNode.Split.of(
                random.nextInt(features),
                FloatKeys.keyOf(threshold),
                tree(random, features, depth - 1),
                tree(random, features, depth - 1));
    }

    /** Whole numbers around the thresholds, some of them equal to one. */
    public static double[] inputs(SplittableRandom random, int count) {
        return random.ints(count, -1, THRESHOLDS + 1).asDoubleStream().toArray();
    }

    /** The leaf of {@code inputs}, found as one would by hand. */
    public static TreeNode.Leaf leaf(TreeNode node, double[] inputs) {
        TreeNode at = node;
        while (at instanceof TreeNode.Split split) {
            at = FloatKeys.keyOf((float) inputs[split.feature()]) > split.key() ? split.right() : split.left();
        }
        return (TreeNode.Leaf) at;
    }

    private RandomTrees() {}
}
