package firedrill.scoring.model.compile;

import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.UncompilableException;
import firedrill.scoring.model.tree.FloatKeys;
import firedrill.scoring.model.tree.TreeNode;
import java.util.Map;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;

/** Reads Tribuo's decision trees, which go right if the feature is greater than the threshold. */
final class TribuoTreeReader {

    /** Converts a leaf. */
    interface LeafReader {
        TreeNode.Leaf read(LeafNode<Label> leaf) throws UncompilableException;
    }

    private final int[] ids;
    private final LeafReader leaves;

    private TribuoTreeReader(int[] ids, LeafReader leaves) {
        this.ids = ids;
        this.leaves = leaves;
    }

    /** {@code model} as a tree; subclasses of {@code TreeModel} are refused, because their splits may differ. */
    static TreeNode read(TreeModel<Label> model, LeafReader leaves) throws UncompilableException {
        if (model.getClass() != TreeModel.class) {
            throw new UncompilableException("is a " + model.getClass().getName() + ", not a single decision tree");
        }
        TribuoDomain.fraudClassId(model.getOutputIDInfo());
        return new TribuoTreeReader(
                        TribuoDomain.featureIndexes(model.getFeatureIDMap(), FeatureSchema.CATALOGUE), leaves)
                .node(model.getRoot());
    }

    private TreeNode node(Node<Label> node) throws UncompilableException {
        if (node instanceof SplitNode<Label> split) {
            return TreeNode.Split.of(
                    ids[split.getFeatureID()],
                    FloatKeys.greaterThan(split.splitValue()),
                    node(split.getLessThanOrEqual()),
                    node(split.getGreaterThan()));
        }
        if (node instanceof LeafNode<Label> leaf) {
            return leaves.read(leaf);
        }
        throw new UncompilableException(
                "has a node of an unknown kind: " + node.getClass().getName());
    }

    /** Score of {@code label} in {@code leaf}. */
    static double leafScore(LeafNode<Label> leaf, Label label) throws UncompilableException {
        Map<String, Label> scores = leaf.getDistribution();
        Label found = scores.get(label.getLabel());
        if (found == null || scores.size() != 2 || !Double.isFinite(found.getScore())) {
            throw new UncompilableException("has a leaf that does not score both classes: " + scores);
        }
        return found.getScore();
    }
}
