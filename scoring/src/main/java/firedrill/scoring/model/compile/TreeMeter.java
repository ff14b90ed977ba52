package firedrill.scoring.model.compile;

import firedrill.scoring.model.UncompilableException;
import firedrill.scoring.model.explain.ShapCost;
import java.util.List;

/** Measures trees in the bytes of a boosted model, without building any; its own memory does not grow with them. */
final class TreeMeter {

    /** A node as {@code TreeNode}, and twice where pairs are merged; garbage once the model is compiled. */
    private static final int BUILT_NODE_BYTES = 2 * 48;
    /** A node of {@code FlatTrees} with its two values. */
    private static final int FLAT_NODE_BYTES = 8 + 2 * 8;

    private final int features;
    private final ModelBounds bounds;
    private final ShapCost shap = new ShapCost();
    /** Splits on each feature between the root and the present node. */
    private final int[] splits;
    /** Features with such a split. */
    private int distinct;

    private long nodes;
    private int depth;

    private TreeMeter(int features, ModelBounds bounds) {
        this.features = features;
        this.bounds = bounds;
        this.splits = new int[features];
    }

    /**
     * The size of {@code trees}, where each pair of the same splits is compiled to one.
     *
     * @param trees class 0 and class 1 alternating
     * @param features number of features that the trees may read
     * @throws UncompilableException if nodes form no trees, or at the first bound that the trees exceed
     */
    static ModelSize measure(List<XgboostTree> trees, int features, ModelBounds bounds) throws UncompilableException {
        TreeMeter meter = new TreeMeter(features, bounds);
        for (XgboostTree tree : trees) {
            meter.nodes += tree.count();
            bounds.checkNodes(meter.nodes);
        }
        for (int i = 0; i < trees.size(); i += 2) {
            meter.pair(trees.get(i), trees.get(i + 1));
        }
        ModelSize size = meter.size();
        bounds.check(size);
        return size;
    }

    private void pair(XgboostTree one, XgboostTree other) throws UncompilableException {
        new Walk(other, false).node(0, 0);
        new Walk(one, true).node(0, 0);
        if (!one.hasSplitsOf(other)) {
            new Walk(other, true).node(0, 0);
        }
    }

    private ModelSize size() {
        return new ModelSize(
                nodes, depth, nodes * (BUILT_NODE_BYTES + FLAT_NODE_BYTES) + shap.heapBytes(), shap.steps());
    }

    /** One pass over a tree; its leaves count if they are compiled. */
    private final class Walk {

        private final XgboostTree tree;
        private final boolean isCompiled;
        /** Nodes visited so far; more than there are means a cycle, or a node with two parents. */
        private int visits;

        Walk(XgboostTree tree, boolean isCompiled) {
            this.tree = tree;
            this.isCompiled = isCompiled;
        }

        void node(int at, int level) throws UncompilableException {
            bounds.checkDepth(level);
            if (at < 0 || at >= tree.count() || visits++ >= tree.count()) {
                throw new UncompilableException("has a malformed tree");
            }
            depth = Math.max(depth, level);
            if (!tree.isLeaf(at)) {
                split(at, level);
            } else if (isCompiled) {
                shap.addLeaf(distinct);
            }
        }

        private void split(int at, int level) throws UncompilableException {
            int feature = tree.feature(at);
            if (feature >= features) {
                throw new UncompilableException("reads feature number " + feature);
            }
            distinct += splits[feature]++ == 0 ? 1 : 0;
            node(tree.left(at), level + 1);
            node(tree.right(at), level + 1);
            distinct -= --splits[feature] == 0 ? 1 : 0;
        }
    }
}
