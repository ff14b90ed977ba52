package firedrill.scoring.model;

import java.util.Arrays;
import java.util.List;

/**
 * Shapley values of a sum of trees: what each feature adds to the log-odds, if features become known one after the other
 * and every order is as likely. Where a tree asks for one that is not known, both ways are taken, each by the share of
 * training examples that went there.
 *
 * <p>The values add up to the distance from the {@link #baseline}. They are exact, in time proportional to the leaves and
 * the square of the depth.
 *
 * <p>Source: S. Lundberg, G. Erion, S.-I. Lee, "Consistent Individualized Feature Attribution for Tree Ensembles", 2018,
 * algorithm 2.
 */
final class TreeShap {

    private final TreeNode[] trees;
    private final double baseline;
    private final ThreadLocal<ShapPath> paths;

    private TreeShap(List<TreeNode> trees) {
        this.trees = trees.toArray(TreeNode[]::new);
        this.baseline = trees.stream().mapToDouble(TreeShap::mean).sum();
        int deepest = trees.stream().mapToInt(TreeNode::depth).max().orElse(0);
        this.paths = ThreadLocal.withInitial(() -> new ShapPath(deepest));
    }

    /** Of {@code trees}, whose covers are known. */
    static TreeShap of(List<TreeNode> trees) {
        return new TreeShap(trees);
    }

    /** Mean over training examples, as the trees tell it. */
    double baseline() {
        return baseline;
    }

    /**
     * Fills in what each feature adds for fraud and against honest. Allocates nothing.
     *
     * @param keys of all features, see {@link FloatKeys}
     * @param contributions the same shape
     */
    void explain(int[] keys, double[] contributions) {
        Arrays.fill(contributions, 0);
        ShapPath path = paths.get();
        for (TreeNode tree : trees) {
            path.begin();
            descend(tree, path, keys, contributions);
        }
    }

    private static void descend(TreeNode node, ShapPath path, int[] keys, double[] contributions) {
        if (node instanceof TreeNode.Leaf leaf) {
            path.settle(valueOf(leaf), contributions);
        } else if (node instanceof TreeNode.Split split) {
            boolean isRight = keys[split.feature()] > split.key();
            path.ask(split.feature());
            path.go(split.feature(), split.left().cover() / split.cover(), !isRight);
            descend(split.left(), path, keys, contributions);
            path.back();
            path.go(split.feature(), split.right().cover() / split.cover(), isRight);
            descend(split.right(), path, keys, contributions);
            path.back();
        }
    }

    private static double mean(TreeNode node) {
        if (node instanceof TreeNode.Split split) {
            TreeNode left = split.left();
            TreeNode right = split.right();
            return (mean(left) * left.cover() + mean(right) * right.cover()) / split.cover();
        }
        return valueOf((TreeNode.Leaf) node);
    }

    private static double valueOf(TreeNode.Leaf leaf) {
        return leaf.fraud() - leaf.honest();
    }
}
