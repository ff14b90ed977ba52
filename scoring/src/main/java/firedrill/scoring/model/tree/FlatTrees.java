package firedrill.scoring.model.tree;

import firedrill.scoring.model.UncompilableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Trees as one array of 8 bytes per node. Eight trees are traversed at a time, so that their memory loads overlap.
 *
 * <p>A node holds its key in the upper 32 bits, the index of its left child in the next 24 and its feature in the
 * lowest 8; the right child follows the left. A leaf is its own child for every key, so trees of unequal depth need no
 * test for the end: each group of eight takes as many steps as its deepest tree. The next child is computed from the
 * sign of a difference instead of a branch, because the processor would mispredict half of the branches.
 */
public final class FlatTrees {

    /** Trees that are traversed together. */
    static final int LANES = 8;

    private static final int FEATURE_BITS = 8;
    private static final int FEATURES = 1 << FEATURE_BITS;
    private static final int MAX_NODES = 1 << 24;
    private static final int KEY_SHIFT = 32;
    private static final int MAX_DEPTH = 64;
    /** The largest key: a leaf never goes right. */
    private static final int LEAF_KEY = Integer.MAX_VALUE;

    private final long[] nodes;
    private final int[] roots;
    /** Depth of the deepest tree of each group of eight. */
    private final int[] steps;

    /** Value of each leaf for honest, followed by its value for fraud: they are read together. */
    private final double[] values;

    private FlatTrees(long[] nodes, int[] roots, int[] steps, double[] values) {
        this.nodes = nodes;
        this.roots = roots;
        this.steps = steps;
        this.values = values;
    }

    /** Flattens {@code trees}, at least one. */
    public static FlatTrees of(List<TreeNode> trees) throws UncompilableException {
        List<TreeNode> padded = new ArrayList<>(trees);
        while (padded.size() % LANES != 0) {
            padded.add(new TreeNode.Leaf(0, 0, 0));
        }
        Writer writer = new Writer();
        int[] roots = new int[padded.size()];
        int[] steps = new int[padded.size() / LANES];
        for (int i = 0; i < roots.length; i++) {
            int depth = padded.get(i).depth();
            if (depth > MAX_DEPTH) {
                throw new UncompilableException("has a tree of depth " + depth + ", deeper than " + MAX_DEPTH);
            }
            roots[i] = writer.root(padded.get(i));
            steps[i / LANES] = Math.max(steps[i / LANES], depth);
        }
        return new FlatTrees(writer.nodes(), roots, steps, writer.values());
    }

    /** Number of trees, padded to a multiple of {@link #LANES} with trees of value 0. */
    public int size() {
        return roots.length;
    }

    /**
     * Traverses every tree.
     *
     * @param keys keys of all features, see {@link FloatKeys}
     * @param ends receives the index of the leaf that each tree reaches, shape {@code [size()]}
     */
    void traverse(int[] keys, int[] ends) {
        for (int first = 0; first < roots.length; first += LANES) {
            traverseEight(first, keys, ends);
        }
    }

    private void traverseEight(int first, int[] keys, int[] ends) {
        long[] all = nodes;
        int a = roots[first];
        int b = roots[first + 1];
        int c = roots[first + 2];
        int d = roots[first + 3];
        int e = roots[first + 4];
        int f = roots[first + 5];
        int g = roots[first + 6];
        int h = roots[first + 7];
        for (int step = steps[first / LANES]; step > 0; step--) {
            a = next(all[a], keys);
            b = next(all[b], keys);
            c = next(all[c], keys);
            d = next(all[d], keys);
            e = next(all[e], keys);
            f = next(all[f], keys);
            g = next(all[g], keys);
            h = next(all[h], keys);
        }
        ends[first] = a;
        ends[first + 1] = b;
        ends[first + 2] = c;
        ends[first + 3] = d;
        ends[first + 4] = e;
        ends[first + 5] = f;
        ends[first + 6] = g;
        ends[first + 7] = h;
    }

    private static int next(long node, int[] keys) {
        int low = (int) node;
        return (low >>> FEATURE_BITS) + isGreater(keys[low & (FEATURES - 1)], node);
    }

    /**
     * 1 if {@code key} is greater than the node's key, else 0; the difference of two ints as longs does not overflow.
     */
    private static int isGreater(int key, long node) {
        return (int) (((node >> KEY_SHIFT) - key) >>> (Long.SIZE - 1));
    }

    /**
     * The leaf that the first tree reaches, for models of a single tree. Uses branches: with one tree no other load can
     * overlap, and a correct prediction saves more than a misprediction costs.
     */
    public int traverseFirst(double[] inputs) {
        int at = roots[0];
        while (true) {
            long node = nodes[at];
            int low = (int) node;
            int left = low >>> FEATURE_BITS;
            if (left == at) {
                return at;
            }
            if (FloatKeys.keyOf((float) inputs[low & (FEATURES - 1)]) > (int) (node >> KEY_SHIFT)) {
                at = left + 1;
            } else {
                at = left;
            }
        }
    }

    /** Value of the leaf {@code end} for honest. */
    public double honestValue(int end) {
        return values[2 * end];
    }

    /** Value of the leaf {@code end} for fraud. */
    public double fraudValue(int end) {
        return values[2 * end + 1];
    }

    /** Appends nodes, each pair of children side by side. */
    private static final class Writer {

        private long[] nodes = new long[1024];
        private double[] values = new double[2 * nodes.length];
        private int count;

        int root(TreeNode tree) throws UncompilableException {
            int root = reserve(1);
            write(tree, root);
            return root;
        }

        private void write(TreeNode tree, int at) throws UncompilableException {
            long word = tree.match(this::writeSplit, leaf -> writeLeaf(leaf, at));
            nodes[at] = word;
        }

        private long writeSplit(TreeNode.Split split) throws UncompilableException {
            int left = reserve(2);
            if (split.feature() < 0 || split.feature() >= FEATURES) {
                throw new UncompilableException("reads feature number " + split.feature());
            }
            write(split.left(), left);
            write(split.right(), left + 1);
            return node(split.key(), left, split.feature());
        }

        private long writeLeaf(TreeNode.Leaf leaf, int at) {
            values[2 * at] = leaf.honest();
            values[2 * at + 1] = leaf.fraud();
            return node(LEAF_KEY, at, 0);
        }

        private static long node(int key, int left, int feature) {
            return (long) key << KEY_SHIFT | (long) left << FEATURE_BITS | feature;
        }

        private int reserve(int more) throws UncompilableException {
            int first = count;
            count += more;
            if (count > MAX_NODES) {
                throw new UncompilableException("has more than " + MAX_NODES + " nodes");
            }
            if (count > nodes.length) {
                nodes = Arrays.copyOf(nodes, 2 * nodes.length);
                values = Arrays.copyOf(values, 2 * values.length);
            }
            return first;
        }

        long[] nodes() {
            return Arrays.copyOf(nodes, count);
        }

        double[] values() {
            return Arrays.copyOf(values, 2 * count);
        }
    }
}
