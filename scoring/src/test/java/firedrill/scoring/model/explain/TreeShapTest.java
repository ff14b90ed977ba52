package firedrill.scoring.model.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.scoring.feature.Feature;
import firedrill.scoring.model.tree.FloatKeys;
import firedrill.scoring.model.tree.RandomTrees;
import firedrill.scoring.model.tree.TreeNode;
import firedrill.scoring.model.tree.TreeTraversal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against Shapley's own formula, over all sets of features, which takes a while even for a few. */
class TreeShapTest {

    private static final int FEATURES = 6;
    /** More than a leaf keeps a table for. */
    private static final int MANY = 9;

    private static final double ROUNDING = 1e-9;

    @Property(tries = 200)
    void theValuesAreThoseOfShapleysFormula(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int count) {
        SplittableRandom random = new SplittableRandom(seed);
        assertValuesAreShapleys(trees(random, count, FEATURES), random, FEATURES);
    }

    @Property(tries = 10)
    void theyAreWhereLeavesHaveTooManyFeaturesForATable(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        assertValuesAreShapleys(trees(random, 1, MANY), random, MANY);
    }

    private static void assertValuesAreShapleys(List<TreeNode> trees, SplittableRandom random, int features) {
        double[] inputs = RandomTrees.inputs(random, Feature.COUNT);
        double[] values = explained(trees, inputs);
        for (int feature = 0; feature < features; feature++) {
            assertThat(values[feature]).isCloseTo(byFormula(trees, inputs, feature, features), within(ROUNDING));
        }
    }

    @Property(tries = 200)
    void theValuesAddUpToTheDistanceFromTheBaseline(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TreeNode> trees = trees(random, count, FEATURES);
        double[] inputs = RandomTrees.inputs(random, Feature.COUNT);
        double all = trees.stream()
                .map(tree -> RandomTrees.leaf(tree, inputs))
                .mapToDouble(leaf -> leaf.fraud() - leaf.honest())
                .sum();
        assertThat(TreeShap.of(trees).baseline()
                        + DoubleStream.of(explained(trees, inputs)).sum())
                .isCloseTo(all, within(ROUNDING));
    }

    @Property(tries = 100)
    void anUnusedFeatureHasNoContribution(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = explained(trees(random, 3, FEATURES), RandomTrees.inputs(random, Feature.COUNT));
        assertThat(DoubleStream.of(values).skip(FEATURES)).containsOnly(0.0);
    }

    private static List<TreeNode> trees(SplittableRandom random, int count, int features) {
        return Stream.generate(() -> RandomTrees.tree(random, features, features + 1))
                .limit(count)
                .toList();
    }

    private static double[] explained(List<TreeNode> trees, double[] inputs) {
        double[] values = new double[Feature.COUNT];
        Arrays.fill(values, 99);
        TreeShap.of(trees).explain(new TreeTraversal(0, Feature.COUNT).keys(inputs), values);
        return values;
    }

    /** The mean over all sets of other features of what knowing {@code feature} as well changes. */
    private static double byFormula(List<TreeNode> trees, double[] inputs, int feature, int features) {
        double value = 0;
        for (int known = 0; known < 1 << features; known++) {
            if ((known >> feature & 1) == 0) {
                int size = Integer.bitCount(known);
                double share = factorial(size) * factorial(features - size - 1) / factorial(features);
                int with = known | 1 << feature;
                value += share
                        * trees.stream()
                                .mapToDouble(tree -> expected(tree, inputs, with))
                                .sum();
                int without = known;
                value -= share
                        * trees.stream()
                                .mapToDouble(tree -> expected(tree, inputs, without))
                                .sum();
            }
        }
        return value;
    }

    /** What {@code node} says where only the features of {@code known} are known. */
    private static double expected(TreeNode node, double[] inputs, int known) {
        if (node instanceof TreeNode.Split split) {
            if ((known >> split.feature() & 1) != 0) {
                boolean isRight = FloatKeys.keyOf((float) inputs[split.feature()]) > split.key();
                return expected(isRight ? split.right() : split.left(), inputs, known);
            }
            return (expected(split.left(), inputs, known) * split.left().cover()
                            + expected(split.right(), inputs, known)
                                    * split.right().cover())
                    / split.cover();
        }
        TreeNode.Leaf leaf = (TreeNode.Leaf) node;
        return leaf.fraud() - leaf.honest();
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }
}
