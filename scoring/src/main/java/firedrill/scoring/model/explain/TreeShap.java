package firedrill.scoring.model.explain;

import firedrill.scoring.model.tree.FloatKeys;
import firedrill.scoring.model.tree.TreeNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Shapley values of a sum of trees: what each feature adds to the log-odds, if features become known one after the other
 * and every order is as likely. Where a tree asks for one that is not known, both ways are taken, each by the share of
 * training examples that went there.
 *
 * <p>The values add up to the distance from the {@link #baseline}. They are exact, in time proportional to the leaves and, for
 * deep ones, to the square of the depth.
 *
 * <p>Sources: S. Lundberg, G. Erion, S.-I. Lee, "Consistent Individualized Feature Attribution for Tree Ensembles", 2018, for
 * what is computed; J. Yang, "Fast TreeSHAP", 2021, for why tables of it pay.
 */
public final class TreeShap {

    private final ShapLeaf[] leaves;
    private final double baseline;
    private final ThreadLocal<LeafShapleyValues> sums;

    private TreeShap(List<TreeNode> trees) {
        List<ShapLeaf> all = new ArrayList<>();
        trees.forEach(tree -> ShapLeaf.forEach(tree, all::add));
        this.leaves = all.toArray(ShapLeaf[]::new);
        this.baseline = trees.stream().mapToDouble(TreeShap::mean).sum();
        int most = all.stream().mapToInt(ShapLeaf::featureCount).max().orElse(0);
        this.sums = ThreadLocal.withInitial(() -> new LeafShapleyValues(most));
    }

    /** Of {@code trees}, whose covers are known. */
    public static TreeShap of(List<TreeNode> trees) {
        return new TreeShap(trees);
    }

    /** Mean over training examples, as the trees tell it. */
    public double baseline() {
        return baseline;
    }

    /**
     * Fills in what each feature adds for fraud and against honest. Allocates nothing.
     *
     * @param keys of all features, see {@link FloatKeys}
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
        if (node instanceof TreeNode.Split split) {
            TreeNode left = split.left();
            TreeNode right = split.right();
            return (mean(left) * left.cover() + mean(right) * right.cover()) / split.cover();
        }
        return leafLogOdds((TreeNode.Leaf) node);
    }

    /** What {@code leaf} adds to the log-odds. */
    static double leafLogOdds(TreeNode.Leaf leaf) {
        return leaf.fraud() - leaf.honest();
    }
}
