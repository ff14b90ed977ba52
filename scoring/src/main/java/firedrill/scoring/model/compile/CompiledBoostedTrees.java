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
 * XGBoost's trees for two classes: each class adds up the leaves of its trees, in single precision and in the order in
 * which the trees were grown, and shares one between them by the C library's exponential, as XGBoost does.
 */
final class CompiledBoostedTrees implements LogOddsModel {

    private final FlatTrees trees;
    private final float baseScore;
    private final TreeShap shap;
    private final ThreadLocal<TreeTraversal> traversals;

    private CompiledBoostedTrees(List<TreeNode> trees, float start, int columns) throws UncompilableException {
        this.trees = FlatTrees.of(trees);
        this.baseScore = start;
        this.shap = TreeShap.of(trees);
        int ends = this.trees.size();
        this.traversals = ThreadLocal.withInitial(() -> new TreeTraversal(ends, columns));
    }

    /**
     * Compiles what XGBoost wrote.
     *
     * @param models exactly one
     */
    static CompiledBoostedTrees of(
            List<ByteString> models,
            ImmutableFeatureMap features,
            ImmutableOutputInfo<Label> classes,
            FeatureSchema columns)
            throws UncompilableException {
        if (models.size() != 1) {
            throw new UncompilableException("holds " + models.size() + " boosted models, not one");
        }
        XgboostParser.BoostedTrees boosted = XgboostParser.read(
                models.get(0).toByteArray(),
                TribuoDomain.featureIndexes(features, columns),
                TribuoDomain.fraudClassId(classes));
        return new CompiledBoostedTrees(mergePairs(boosted.trees()), boosted.baseScore(), columns.size());
    }

    private static List<TreeNode> mergePairs(List<TreeNode> trees) {
        List<TreeNode> merged = new ArrayList<>(trees.size());
        for (int i = 0; i < trees.size(); i += 2) {
            Optional<TreeNode> twins = TreeNode.merge(trees.get(i), trees.get(i + 1));
            if (twins.isPresent()) {
                merged.add(twins.get());
            } else {
                merged.add(trees.get(i));
                merged.add(trees.get(i + 1));
            }
        }
        return merged;
    }

    @Override
    public double score(double[] inputs) {
        TreeTraversal walk = sumLeaves(inputs);
        float max = Math.max(walk.honestSum, walk.fraudSum);
        float honestShare = GlibcExp.exp(walk.honestSum - max);
        float fraudShare = GlibcExp.exp(walk.fraudSum - max);
        return fraudShare / (float) ((double) honestShare + fraudShare);
    }

    @Override
    public String kind() {
        return "xgb";
    }

    @Override
    public double logit(double[] inputs) {
        TreeTraversal walk = sumLeaves(inputs);
        return (double) walk.fraudSum - walk.honestSum;
    }

    @Override
    public double baseline() {
        return shap.baseline();
    }

    @Override
    public void explain(double[] inputs, double[] contributions) {
        TreeTraversal walk = traversals.get();
        shap.explain(walk.keys(inputs), contributions);
    }

    /** Both classes' sums; one loop, so that the processor adds to one while it waits for the other. */
    private TreeTraversal sumLeaves(double[] inputs) {
        TreeTraversal walk = traversals.get();
        float honest = baseScore;
        float fraud = baseScore;
        for (int end : walk.leafIndexes(trees, inputs)) {
            honest += (float) trees.honestValue(end);
            fraud += (float) trees.fraudValue(end);
        }
        walk.honestSum = honest;
        walk.fraudSum = fraud;
        return walk;
    }
}
