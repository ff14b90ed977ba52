package firedrill.scoring.model.compile;

import com.google.protobuf.InvalidProtocolBufferException;
import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.FraudLabel;
import firedrill.scoring.model.UncompilableException;
import firedrill.scoring.model.tree.FlatTrees;
import firedrill.scoring.model.tree.TreeNode;
import firedrill.scoring.model.tree.TreeTraversal;
import java.util.ArrayList;
import java.util.List;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.protos.core.WeightedEnsembleModelProto;

/** A decision tree, or a forest of trees that vote. */
final class CompiledForest implements CompiledModel {

    private final FlatTrees trees;
    private final int members;
    private final VotingScheme vote;
    private final ThreadLocal<TreeTraversal> traversals;

    /** How the trees' leaves are combined into one score. */
    private enum VotingScheme {
        /** One tree: the score of its leaf. */
        SINGLE_TREE,
        /** Each tree votes for one class; the score is the share of votes. */
        HARD,
        /** Each tree splits its vote; Tribuo sums honest before fraud. */
        SOFT_HONEST_FIRST,
        /** Each tree splits its vote; Tribuo sums fraud before honest. */
        SOFT_FRAUD_FIRST
    }

    private CompiledForest(List<TreeNode> trees, VotingScheme vote) throws UncompilableException {
        this.trees = FlatTrees.of(trees);
        this.members = trees.size();
        this.vote = vote;
        int ends = this.trees.size();
        this.traversals = ThreadLocal.withInitial(() -> new TreeTraversal(ends, FeatureSchema.CATALOGUE.size()));
    }

    /** Compiles one tree. */
    static CompiledForest of(TreeModel<Label> model) throws UncompilableException {
        TreeNode tree = TribuoTreeReader.read(
                model,
                leaf -> new TreeNode.Leaf(
                        TribuoTreeReader.leafScore(leaf, FraudLabel.HONEST),
                        TribuoTreeReader.leafScore(leaf, FraudLabel.FRAUD),
                        0));
        return new CompiledForest(List.of(tree), VotingScheme.SINGLE_TREE);
    }

    /** Compiles a vote of trees; other members and other combiners are refused. */
    static CompiledForest of(WeightedEnsembleModel<Label> model) throws UncompilableException {
        WeightedEnsembleModelProto proto = proto(model);
        List<Model<Label>> members = model.getModels();
        TribuoDomain.fraudClassId(model.getOutputIDInfo());
        VotingScheme vote = vote(proto.getCombiner().getClassName(), members);
        List<TreeNode> trees = new ArrayList<>(members.size());
        for (int i = 0; i < members.size(); i++) {
            double weight = proto.getWeights(i);
            trees.add(TribuoTreeReader.read(
                    tree(members.get(i)),
                    leaf -> vote == VotingScheme.HARD ? hardVote(leaf, weight) : softVote(leaf, weight, vote)));
        }
        return new CompiledForest(trees, vote);
    }

    private static WeightedEnsembleModelProto proto(WeightedEnsembleModel<Label> model) throws UncompilableException {
        try {
            return model.serialize().getSerializedData().unpack(WeightedEnsembleModelProto.class);
        } catch (InvalidProtocolBufferException e) {
            throw new UncompilableException("has unreadable weights: " + e.getMessage());
        }
    }

    private static TreeModel<Label> tree(Model<Label> member) throws UncompilableException {
        if (member instanceof TreeModel<Label> tree) {
            return tree;
        }
        throw new UncompilableException(
                "has a member that is not a decision tree: " + member.getClass().getName());
    }

    private static VotingScheme vote(String combiner, List<Model<Label>> members) throws UncompilableException {
        if (combiner.equals(VotingCombiner.class.getName())) {
            return VotingScheme.HARD;
        }
        if (combiner.equals(FullyWeightedVotingCombiner.class.getName())) {
            return isFraudFirst(tree(members.get(0))) ? VotingScheme.SOFT_FRAUD_FIRST : VotingScheme.SOFT_HONEST_FIRST;
        }
        throw new UncompilableException("combines its members by a " + combiner + ", which is not supported");
    }

    private static boolean isFraudFirst(TreeModel<Label> tree) {
        Node<Label> node = tree.getRoot();
        while (node instanceof SplitNode<Label> split) {
            node = split.getGreaterThan();
        }
        return node instanceof LeafNode<Label> leaf && isFraudFirst(leaf);
    }

    private static boolean isFraudFirst(LeafNode<Label> leaf) {
        return leaf.getDistribution().keySet().iterator().next().equals(FraudLabel.FRAUD.getLabel());
    }

    private static TreeNode.Leaf hardVote(LeafNode<Label> leaf, double weight) {
        boolean fraud = leaf.getOutput().getLabel().equals(FraudLabel.FRAUD.getLabel());
        return new TreeNode.Leaf(fraud ? 0 : weight, fraud ? weight : 0, 0);
    }

    private static TreeNode.Leaf softVote(LeafNode<Label> leaf, double weight, VotingScheme vote)
            throws UncompilableException {
        double honest = weight * TribuoTreeReader.leafScore(leaf, FraudLabel.HONEST);
        double fraud = weight * TribuoTreeReader.leafScore(leaf, FraudLabel.FRAUD);
        if (isFraudFirst(leaf) != (vote == VotingScheme.SOFT_FRAUD_FIRST)) {
            throw new UncompilableException("has leaves with different orders of the classes");
        }
        return new TreeNode.Leaf(honest, fraud, 0);
    }

    @Override
    public double score(double[] inputs) {
        if (vote == VotingScheme.SINGLE_TREE) {
            return trees.fraudValue(trees.traverseFirst(inputs));
        }
        int[] ends = traversals.get().leafIndexes(trees, inputs);
        double fraud = 0;
        double all = 0;
        for (int i = 0; i < members; i++) {
            double forFraud = trees.fraudValue(ends[i]);
            double forHonest = trees.honestValue(ends[i]);
            fraud += forFraud;
            // Tribuo's order of additions: another order rounds differently.
            all += vote == VotingScheme.SOFT_FRAUD_FIRST ? forFraud : forHonest;
            all += vote == VotingScheme.SOFT_FRAUD_FIRST ? forHonest : forFraud;
        }
        return fraud / all;
    }
}
