package firedrill.scoring.model.compile;

import com.google.protobuf.ByteString;
import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.UncompilableException;
import firedrill.scoring.model.explain.TreeShap;
import firedrill.scoring.model.tree.FlatTrees;
import firedrill.scoring.model.tree.TreeNode;
import firedrill.scoring.model.tree.TreeTraversal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;

/**
 * XGBoost's boosted trees for two classes. Each class sums the leaves of its trees in single precision and in the order
 * in which the trees were grown; a softmax with the C library's exponential gives the scores, as in XGBoost.
 */
final class CompiledBoostedTrees implements LogOddsModel {

    private final FlatTrees trees;
    private final float baseScore;
    private final TreeShap shap;
    private final ModelSize size;
    private final ThreadLocal<TreeTraversal> traversals;

    private CompiledBoostedTrees(List<TreeNode> trees, XgboostParser.BoostedTrees boosted, int columns)
            throws UncompilableException {
        this.trees = FlatTrees.of(trees);
        this.baseScore = boosted.baseScore();
        this.size = boosted.size();
        this.shap = TreeShap.of(trees);
        int ends = this.trees.size();
        this.traversals = ThreadLocal.withInitial(() -> new TreeTraversal(ends, columns));
    }

    /**
     * Compiles a model as XGBoost serialises it.
     *
     * @param models the serialised boosters, exactly one
     */
    static CompiledBoostedTrees of(
            List<ByteString> models,
            ImmutableFeatureMap features,
            ImmutableOutputInfo<Label> classes,
            FeatureSchema schema)
            throws UncompilableException {
        XgboostParser.BoostedTrees boosted = XgboostParser.read(
                onlyModel(models), TribuoDomain.featureIndexes(features, schema), TribuoDomain.fraudClassId(classes));
        return new CompiledBoostedTrees(mergePairs(boosted.trees()), boosted, schema.size());
    }

    /** The size of the model that {@link #of} would compile. */
    static ModelSize measure(List<ByteString> models, ImmutableFeatureMap features, FeatureSchema schema)
            throws UncompilableException {
        return XgboostParser.measure(onlyModel(models), TribuoDomain.featureIndexes(features, schema));
    }

    private static byte[] onlyModel(List<ByteString> models) throws UncompilableException {
        if (models.size() != 1) {
            throw new UncompilableException("holds " + models.size() + " boosted models, not one");
        }
        return models.get(0).toByteArray();
    }

    private static List<TreeNode> mergePairs(List<TreeNode> trees) {
        List<TreeNode> merged = new ArrayList<>(trees.size());
        for (int i = 0; i < trees.size(); i += 2) {
            Optional<TreeNode> pair = TreeNode.merge(trees.get(i), trees.get(i + 1));
            if (pair.isPresent()) {
                merged.add(pair.get());
            } else {
                merged.add(trees.get(i));
                merged.add(trees.get(i + 1));
            }
        }
        return merged;
    }

    @Override
    public double score(double[] inputs) {
        TreeTraversal traversal = sumLeaves(inputs);
        float max = Math.max(traversal.honestSum, traversal.fraudSum);
        float honestShare = GlibcExp.exp(traversal.honestSum - max);
        float fraudShare = GlibcExp.exp(traversal.fraudSum - max);
        return fraudShare / (float) ((double) honestShare + fraudShare);
    }

    @Override
    public String kind() {
        return "xgb";
    }

    @Override
    public ModelSize size() {
        return size;
    }

    @Override
    public double logit(double[] inputs) {
        TreeTraversal traversal = sumLeaves(inputs);
        return (double) traversal.fraudSum - traversal.honestSum;
    }

    @Override
    public double baseline() {
        return shap.baseline();
    }

    @Override
    public void explain(double[] inputs, double[] contributions) {
        TreeTraversal traversal = traversals.get();
        shap.explain(traversal.keys(inputs), contributions);
    }

    /** Sums of both classes in one loop, so that the two chains of additions overlap. */
    private TreeTraversal sumLeaves(double[] inputs) {
        TreeTraversal traversal = traversals.get();
        float honest = baseScore;
        float fraud = baseScore;
        for (int end : traversal.leafIndexes(trees, inputs)) {
            honest += (float) trees.honestValue(end);
            fraud += (float) trees.fraudValue(end);
        }
        traversal.honestSum = honest;
        traversal.fraudSum = fraud;
        return traversal;
    }
}
