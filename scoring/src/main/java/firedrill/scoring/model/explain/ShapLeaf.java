package firedrill.scoring.model.explain;

import firedrill.scoring.model.tree.TreeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One leaf of a tree as {@link TreeShap} sees it: the features that are asked on the way, each once.
 *
 * <p>What the leaf owes to each depends only on which of them lead here. Shallow leaves therefore keep a table of it, one
 * row for each such set; for deep ones it is worked out each time.
 */
final class ShapLeaf {

    /** Sets of so many features fit into a table of 3 kB. */
    private static final int MAX_TABLE_FEATURES = 6;

    private final int[] features;
    /** The key of a feature leads here if it is greater than its low and not greater than its high. */
    private final int[] lows;

    private final int[] highs;
    /** Of the training examples where a feature is asked, those that go this way. */
    private final double[] shares;

    private final double value;
    private final double[] table;

    private ShapLeaf(List<PathCondition> ways, double value) {
        this.features = ways.stream().mapToInt(PathCondition::feature).toArray();
        this.lows = ways.stream().mapToInt(PathCondition::low).toArray();
        this.highs = ways.stream().mapToInt(PathCondition::high).toArray();
        this.shares = ways.stream().mapToDouble(PathCondition::share).toArray();
        this.value = value;
        this.table = features.length > MAX_TABLE_FEATURES ? new double[0] : table();
    }

    /**
     * How a feature leads to a leaf, all its questions together.
     *
     * @param low exclusive; of all keys the least where only greater ones were turned away
     * @param high inclusive
     * @param share product over its questions
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

    /** Tells each leaf of {@code tree}. */
    static void forEach(TreeNode tree, Consumer<ShapLeaf> told) {
        descend(tree, List.of(), told);
    }

    private static void descend(TreeNode node, List<PathCondition> ways, Consumer<ShapLeaf> told) {
        if (node instanceof TreeNode.Leaf leaf) {
            told.accept(new ShapLeaf(ways, TreeShap.leafLogOdds(leaf)));
        } else if (node instanceof TreeNode.Split split) {
            PathCondition before = ways.stream()
                    .filter(way -> way.feature() == split.feature())
                    .findFirst()
                    .orElse(PathCondition.ANY);
            descend(split.left(), with(before.left(split), ways), told);
            descend(split.right(), with(before.right(split), ways), told);
        }
    }

    private static List<PathCondition> with(PathCondition last, List<PathCondition> ways) {
        List<PathCondition> all = new ArrayList<>(ways);
        all.removeIf(way -> way.feature() == last.feature());
        all.add(last);
        return all;
    }

    int featureCount() {
        return features.length;
    }

    /** Adds what the leaf owes to each of its features, given the {@code keys} of all. */
    void addContributions(int[] keys, LeafShapleyValues sums, double[] contributions) {
        long followed = satisfiedConditions(keys);
        if (table.length == 0) {
            sums.compute(value, shares, followed);
            for (int i = 0; i < features.length; i++) {
                contributions[features[i]] += sums.value(i);
            }
        } else {
            int row = (int) followed * features.length;
            for (int i = 0; i < features.length; i++) {
                contributions[features[i]] += table[row + i];
            }
        }
    }

    /** Which of its features lead here, a bit for each. */
    private long satisfiedConditions(int[] keys) {
        long followed = 0;
        for (int i = 0; i < features.length; i++) {
            int key = keys[features[i]];
            if (key > lows[i] && key <= highs[i]) {
                followed |= 1L << i;
            }
        }
        return followed;
    }

    private double[] table() {
        int width = features.length;
        LeafShapleyValues sums = new LeafShapleyValues(width);
        double[] rows = new double[width * (1 << width)];
        for (int followed = 0; followed < 1 << width; followed++) {
            sums.compute(value, shares, followed);
            for (int i = 0; i < width; i++) {
                rows[followed * width + i] = sums.value(i);
            }
        }
        return rows;
    }
}
