package firedrill.scoring.model;

import com.google.protobuf.ByteString;
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
final class CompiledBoost implements LogOddsModel {

    private final FlatTrees trees;
    private final float start;
    private final TreeShap shap;
    private final ThreadLocal<Walk> walks;

    private CompiledBoost(List<TreeNode> trees, float start, int columns) throws UncompilableException {
        this.trees = FlatTrees.of(trees);
        this.start = start;
        this.shap = TreeShap.of(trees);
        int ends = this.trees.size();
        this.walks = ThreadLocal.withInitial(() -> new Walk(ends, columns));
    }

    /**
     * Compiles what XGBoost wrote.
     *
     * @param models exactly one
     */
    static CompiledBoost of(
            List<ByteString> models, ImmutableFeatureMap features, ImmutableOutputInfo<Label> classes, Columns columns)
            throws UncompilableException {
        if (models.size() != 1) {
            throw new UncompilableException("holds " + models.size() + " boosted models, not one");
        }
        XgboostBytes.Boosted boosted = XgboostBytes.read(
                models.get(0).toByteArray(), Domain.places(features, columns), Domain.fraudId(classes));
        return new CompiledBoost(twinsMerged(boosted.trees()), boosted.start(), columns.size());
    }

    private static List<TreeNode> twinsMerged(List<TreeNode> trees) {
        List<TreeNode> merged = new ArrayList<>(trees.size());
        for (int i = 0; i < trees.size(); i += 2) {
            Optional<TreeNode> twins = TreeNode.merged(trees.get(i), trees.get(i + 1));
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
        Walk walk = summed(inputs);
        float max = Math.max(walk.honest, walk.fraud);
        float honestShare = GlibcExp.of(walk.honest - max);
        float fraudShare = GlibcExp.of(walk.fraud - max);
        return fraudShare / (float) ((double) honestShare + fraudShare);
    }

    @Override
    public String kind() {
        return "xgb";
    }

    @Override
    public double logit(double[] inputs) {
        Walk walk = summed(inputs);
        return (double) walk.fraud - walk.honest;
    }

    @Override
    public double baseline() {
        return shap.baseline();
    }

    @Override
    public void explain(double[] inputs, double[] contributions) {
        Walk walk = walks.get();
        shap.explain(walk.keys(inputs), contributions);
    }

    /** Both classes' sums; one loop, so that the processor adds to one while it waits for the other. */
    private Walk summed(double[] inputs) {
        Walk walk = walks.get();
        float honest = start;
        float fraud = start;
        for (int end : walk.ends(trees, inputs)) {
            honest += (float) trees.honest(end);
            fraud += (float) trees.fraud(end);
        }
        walk.honest = honest;
        walk.fraud = fraud;
        return walk;
    }
}
