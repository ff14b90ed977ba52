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

/** From a Tribuo model to flat arrays, or the reason why not. */
public final class ModelCompiler {

    /**
     * Compiles {@code model}: a logistic regression, a decision tree, a forest of them, or XGBoost's trees.
     *
     * @throws UncompilableException for any other, and for one of these whose scores could not be kept
     */
    public static CompiledModel compile(Model<Label> model) throws UncompilableException {
        return compile(model, FeatureSchema.CATALOGUE);
    }

    /** As {@link #compile(Model)}, for rows of {@code columns}; of a tree or a forest only if they are the catalogue's. */
    public static CompiledModel compile(Model<Label> model, FeatureSchema columns) throws UncompilableException {
        if (model instanceof LinearSGDModel linear) {
            return CompiledLinear.of(linear, columns);
        }
        if (model instanceof TreeModel<Label> tree) {
            return CompiledForest.of(tree);
        }
        if (model instanceof WeightedEnsembleModel<Label> forest) {
            return CompiledForest.of(forest);
        }
        if (model instanceof XGBoostModel<Label> boosted) {
            return CompiledBoostedTrees.of(
                    proto(boosted).getModelsList(), boosted.getFeatureIDMap(), boosted.getOutputIDInfo(), columns);
        }
        throw new UncompilableException("is a " + model.getClass().getName() + ", for which there is no compiler");
    }

    private static XGBoostModelProto proto(XGBoostModel<Label> model) throws UncompilableException {
        try {
            return model.serialize().getSerializedData().unpack(XGBoostModelProto.class);
        } catch (InvalidProtocolBufferException unreadable) {
            throw new UncompilableException("does not tell its trees: " + unreadable.getMessage());
        }
    }

    private ModelCompiler() {}
}
