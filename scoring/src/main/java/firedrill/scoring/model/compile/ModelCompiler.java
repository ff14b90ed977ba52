package firedrill.scoring.model.compile;

import com.google.protobuf.InvalidProtocolBufferException;
import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.UncompilableException;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.ensemble.WeightedEnsembleModel;

/** Compiles Tribuo models to flat arrays. */
public final class ModelCompiler {

    /**
     * Compiles {@code model}: a logistic regression, a decision tree, a forest of them, or XGBoost's trees.
     *
     * @throws UncompilableException for other models, and if the compiled scores would differ from Tribuo's
     */
    public static CompiledModel compile(Model<Label> model) throws UncompilableException {
        return compile(model, FeatureSchema.CATALOGUE);
    }

    /**
     * As {@link #compile(Model)}, for rows of {@code schema}; trees and forests support the catalogue's schema only.
     */
    public static CompiledModel compile(Model<Label> model, FeatureSchema schema) throws UncompilableException {
        if (model instanceof LinearSGDModel linear) {
            return CompiledLinear.of(linear, schema);
        }
        if (model instanceof TreeModel<Label> tree) {
            return CompiledForest.of(tree);
        }
        if (model instanceof WeightedEnsembleModel<Label> forest) {
            return CompiledForest.of(forest);
        }
        if (model instanceof XGBoostModel<Label> boosted) {
            return CompiledBoostedTrees.of(
                    proto(boosted).getModelsList(), boosted.getFeatureIDMap(), boosted.getOutputIDInfo(), schema);
        }
        throw new UncompilableException("is a " + model.getClass().getName() + ", for which there is no compiler");
    }

    /**
     * As {@link #compile(Model, FeatureSchema)}, for models with log-odds.
     *
     * @throws UncompilableException also for decision trees and forests, which have none
     */
    public static LogOddsModel compileLogOdds(Model<Label> model, FeatureSchema schema) throws UncompilableException {
        return compile(model, schema)
                .logOdds()
                .orElseThrow(() -> new UncompilableException("is a " + model.getName() + ", which has no log-odds"));
    }

    private static XGBoostModelProto proto(XGBoostModel<Label> model) throws UncompilableException {
        try {
            return model.serialize().getSerializedData().unpack(XGBoostModelProto.class);
        } catch (InvalidProtocolBufferException e) {
            throw new UncompilableException("has unreadable trees: " + e.getMessage());
        }
    }

    private ModelCompiler() {}
}
