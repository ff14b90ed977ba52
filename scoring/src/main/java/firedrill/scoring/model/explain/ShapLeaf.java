package firedrill.scoring.model.explain;

import firedrill.scoring.model.tree.TreeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One leaf of a tree with the conditions on its path, merged to one per feature.
 *
 * <p>The contributions depend only on which conditions are satisfied. Leaves with few features therefore hold a table
 * of them, one row per set of satisfied conditions, while {@link ShapCost} has memory for it; for others they are
 * computed on each call.
 */
final class ShapLeaf {

    private static final double[] NO_TABLE = {};

    private final int[] features;
    /** A key satisfies its condition if it is greater than the low and not greater than the high bound. */
    private final int[] lows;

    private final int[] highs;
    /** Share of the training examples that each condition sends towards the leaf. */
    private final double[] shares;

    private final double value;
    private final double[] table;

    private ShapLeaf(List<PathCondition> path, double value, boolean hasTable) {
        this.features = path.stream().mapToInt(PathCondition::feature).toArray();
        this.lows = path.stream().mapToInt(PathCondition::low).toArray();
        this.highs = path.stream().mapToInt(PathCondition::high).toArray();
        this.shares = path.stream().mapToDouble(PathCondition::share).toArray();
        this.value = value;
        this.table = hasTable ? table() : NO_TABLE;
    }

    /**
     * The interval of keys of one feature that leads to a leaf, over all splits on that feature.
     *
     * @param low exclusive; {@code Integer.MIN_VALUE} without a lower bound
     * @param high inclusive
     * @param share product of the cover shares of its splits
     */
    private record PathCondition(int feature, int low, int high, double share) {

        static final PathCondition ANY = new PathCondition(-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1);

        PathCondition left(TreeNode.Split split) {
            return new PathCondition(
                    split.feature(), low, Math.min(high, split.key()), share * coverShare(split.left(), split));
        }

        PathCondition right(TreeNode.Split split) {
            return new PathCondition(
                    split.feature(), Math.max(low, split.key()), high, share * coverShare(split.right(), split));
        }

        private static double coverShare(TreeNode child, TreeNode.Split split) {
            return child.cover() / split.cover();
        }
    }

    /** The leaves of {@code tree}, from left to right, with tables as {@code cost} grants them. */
    static Stream<ShapLeaf> leaves(TreeNode tree, ShapCost cost) {
        return leaves(tree, List.of(), cost);
    }

    private static Stream<ShapLeaf> leaves(TreeNode node, List<PathCondition> path, ShapCost cost) {
        return node.match(
                split -> leaves(split, path, cost),
                leaf -> Stream.of(new ShapLeaf(path, TreeShap.leafLogOdds(leaf), cost.addLeaf(path.size()))));
    }

    private static Stream<ShapLeaf> leaves(TreeNode.Split split, List<PathCondition> path, ShapCost cost) {
        PathCondition before = path.stream()
                .filter(condition -> condition.feature() == split.feature())
                .findFirst()
                .orElse(PathCondition.ANY);
        return Stream.concat(
                leaves(split.left(), with(before.left(split), path), cost),
                leaves(split.right(), with(before.right(split), path), cost));
    }

    private static List<PathCondition> with(PathCondition last, List<PathCondition> path) {
        List<PathCondition> all = new ArrayList<>(path);
        all.removeIf(condition -> condition.feature() == last.feature());
        all.add(last);
        return all;
    }

    int featureCount() {
        return features.length;
    }

    /** Adds the leaf's contributions for the {@code keys} of all features. */
    void addContributions(int[] keys, LeafShapleyValues sums, double[] contributions) {
        long satisfied = satisfiedConditions(keys);
        if (table.length == 0) {
            sums.compute(value, shares, satisfied);
            for (int i = 0; i < features.length; i++) {
                contributions[features[i]] += sums.value(i);
            }
        } else {
            int row = (int) satisfied * features.length;
            for (int i = 0; i < features.length; i++) {
                contributions[features[i]] += table[row + i];
            }
        }
    }

    /** One bit for each condition that {@code keys} satisfy. */
    private long satisfiedConditions(int[] keys) {
        long satisfied = 0;
        for (int i = 0; i < features.length; i++) {
            int key = keys[features[i]];
            if (key > lows[i] && key <= highs[i]) {
                satisfied |= 1L << i;
            }
        }
        return satisfied;
    }

    private double[] table() {
        int width = features.length;
        LeafShapleyValues sums = new LeafShapleyValues(width);
        double[] rows = new double[width * (1 << width)];
        for (int satisfied = 0; satisfied < 1 << width; satisfied++) {
            sums.compute(value, shares, satisfied);
            for (int i = 0; i < width; i++) {
                rows[satisfied * width + i] = sums.value(i);
            }
        }
        return rows;
    }
}
