package firedrill.scoring.model.explain;

import firedrill.scoring.model.tree.FloatKeys;
import firedrill.scoring.model.tree.TreeNode;
import java.util.Arrays;
import java.util.List;

/**
 * Path-dependent TreeSHAP: the contribution of each feature to the log-odds of a sum of trees, as the mean over all
 * orders in which features become known. At a split on an unknown feature both children count, weighted by their share
 * of training examples.
 *
 * <p>The values sum to the distance from the {@link #baseline}. They are exact; the time is linear in the number of
 * leaves and, for leaves without a table, quadratic in their depth.
 *
 * <p>Sources: S. Lundberg, G. Erion, S.-I. Lee, "Consistent Individualized Feature Attribution for Tree Ensembles",
 * 2018 (definition); J. Yang, "Fast TreeSHAP", 2021 (tables per leaf).
 */
public final class TreeShap {

    private final ShapLeaf[] leaves;
    private final double baseline;
    private final ThreadLocal<LeafShapleyValues> sums;

    private TreeShap(List<TreeNode> trees) {
        ShapCost cost = new ShapCost();
        this.leaves =
                trees.stream().flatMap(tree -> ShapLeaf.leaves(tree, cost)).toArray(ShapLeaf[]::new);
        this.baseline = trees.stream().mapToDouble(TreeShap::mean).sum();
        int maxFeatures =
                Arrays.stream(leaves).mapToInt(ShapLeaf::featureCount).max().orElse(0);
        this.sums = ThreadLocal.withInitial(() -> new LeafShapleyValues(maxFeatures));
    }

    /** Prepares {@code trees}; their covers must be positive. */
    public static TreeShap of(List<TreeNode> trees) {
        return new TreeShap(trees);
    }

    /** Mean log-odds over the training examples, from the covers of the trees. */
    public double baseline() {
        return baseline;
    }

    /**
     * Fills in the contribution of each feature to the log-odds of fraud. Allocates nothing.
     *
     * @param keys keys of all features, see {@link FloatKeys}
     * @param contributions the same shape
     */
    public void explain(int[] keys, double[] contributions) {
        Arrays.fill(contributions, 0);
        LeafShapleyValues sum = sums.get();
        for (ShapLeaf leaf : leaves) {
            leaf.addContributions(keys, sum, contributions);
        }
    }

    private static double mean(TreeNode node) {
        return node.match(TreeShap::splitMean, TreeShap::leafLogOdds);
    }

    private static double splitMean(TreeNode.Split split) {
        TreeNode left = split.left();
        TreeNode right = split.right();
        return (mean(left) * left.cover() + mean(right) * right.cover()) / split.cover();
    }

    /** Contribution of {@code leaf} to the log-odds. */
    static double leafLogOdds(TreeNode.Leaf leaf) {
        return leaf.fraud() - leaf.honest();
    }
}
