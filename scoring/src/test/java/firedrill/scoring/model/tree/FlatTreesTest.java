package firedrill.scoring.model.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.scoring.feature.Feature;
import firedrill.scoring.model.UncompilableException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FlatTreesTest {

    @Property(tries = 300)
    void everyTreeReachesTheLeafOfItsSplits(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int count)
            throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        List<TreeNode> trees = Stream.generate(() -> RandomTrees.tree(random, Feature.COUNT, 9))
                .limit(count)
                .toList();
        FlatTrees flat = FlatTrees.of(trees);
        TreeTraversal traversal = new TreeTraversal(flat.size(), Feature.COUNT);
        for (int time = 0; time < 20; time++) {
            double[] inputs = RandomTrees.inputs(random, Feature.COUNT);
            int[] ends = traversal.leafIndexes(flat, inputs);
            assertThat(IntStream.range(0, count).mapToObj(i -> leaf(flat, ends[i])))
                    .isEqualTo(trees.stream()
                            .map(tree -> RandomTrees.leaf(tree, inputs))
                            .map(leaf -> new TreeNode.Leaf(leaf.honest(), leaf.fraud(), 0))
                            .toList());
            assertThat(flat.traverseFirst(inputs)).isEqualTo(ends[0]);
        }
    }

    private static TreeNode.Leaf leaf(FlatTrees flat, int end) {
        return new TreeNode.Leaf(flat.honestValue(end), flat.fraudValue(end), 0);
    }

    @Test
    void whatFillsTheLastEightUpAddsNothing() throws Exception {
        FlatTrees flat = FlatTrees.of(List.of(new TreeNode.Leaf(1, 2, 3)));
        int[] ends = new TreeTraversal(flat.size(), Feature.COUNT).leafIndexes(flat, new double[Feature.COUNT]);
        assertThat(IntStream.of(ends).mapToObj(end -> leaf(flat, end)))
                .startsWith(new TreeNode.Leaf(1, 2, 0))
                .hasSize(FlatTrees.LANES)
                .endsWith(new TreeNode.Leaf(0, 0, 0));
    }

    @Test
    void aTreeTooDeepIsRefused() {
        TreeNode deep = new TreeNode.Leaf(0, 1, 1);
        for (int i = 0; i < 65; i++) {
            deep = TreeNode.Split.of(0, 0, deep, new TreeNode.Leaf(0, 1, 1));
        }
        List<TreeNode> trees = List.of(deep);
        assertThatThrownBy(() -> FlatTrees.of(trees))
                .isInstanceOf(UncompilableException.class)
                .hasMessage("has a tree of depth 65, deeper than 64");
    }

    @Test
    void mergedAreWalkedAsOne() {
        SplittableRandom random = new SplittableRandom(1);
        TreeNode tree = RandomTrees.tree(random, 5, 6);
        assertThat(TreeNode.merge(tree, tree)).hasValueSatisfying(merged -> {
            for (int time = 0; time < 100; time++) {
                double[] inputs = RandomTrees.inputs(random, 5);
                TreeNode.Leaf leaf = RandomTrees.leaf(tree, inputs);
                assertThat(RandomTrees.leaf(merged, inputs))
                        .isEqualTo(new TreeNode.Leaf(2 * leaf.honest(), 2 * leaf.fraud(), leaf.cover()));
            }
        });
        assertThat(TreeNode.merge(tree, new TreeNode.Leaf(0, 1, 1))).isEmpty();
    }
}
