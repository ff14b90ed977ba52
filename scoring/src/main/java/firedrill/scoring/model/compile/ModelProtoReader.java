package firedrill.scoring.model.compile;

import com.google.protobuf.InvalidProtocolBufferException;
import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.UncompilableException;
import org.tribuo.FeatureMap;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.OutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.protos.core.ModelProto;

/**
 * Compiles a serialised model whose classes are on the allowlist. Neither XGBoost nor the classes of its provenance are
 * loaded.
 */
public final class ModelProtoReader {

    /**
     * Compiles {@code model}, a logistic regression or boosted trees over the catalogue's features.
     *
     * @throws UncompilableException for any other model
     */
    public static LogOddsModel read(ModelProto model) throws UncompilableException, InvalidProtocolBufferException {
        if (model.getClassName().equals(XGBoostModel.class.getName())) {
            XGBoostModelProto boosted = model.getSerializedData().unpack(XGBoostModelProto.class);
            return CompiledBoostedTrees.of(
                    boosted.getModelsList(),
                    features(boosted.getMetadata()),
                    classes(boosted.getMetadata()),
                    FeatureSchema.CATALOGUE);
        }
        if (model.getClassName().equals(LinearSGDModel.class.getName())) {
            ClassificationLinearSGDProto linear = model.getSerializedData().unpack(ClassificationLinearSGDProto.class);
            return CompiledLinear.of(
                    linear, features(linear.getMetadata()), classes(linear.getMetadata()), FeatureSchema.CATALOGUE);
        }
        throw new UncompilableException("is a " + model.getClassName() + ", which cannot be a champion");
    }

    /**
     * The size of the model that {@link #read} would compile; builds nothing but its feature names.
     *
     * @throws UncompilableException if it exceeds a bound, or is not a model
     */
    public static ModelSize measure(ModelProto model) throws UncompilableException, InvalidProtocolBufferException {
        if (!model.getClassName().equals(XGBoostModel.class.getName())) {
            return read(model).size();
        }
        XGBoostModelProto boosted = model.getSerializedData().unpack(XGBoostModelProto.class);
        return CompiledBoostedTrees.measure(
                boosted.getModelsList(), features(boosted.getMetadata()), FeatureSchema.CATALOGUE);
    }

    private static ImmutableFeatureMap features(ModelDataProto metadata) {
        return (ImmutableFeatureMap) FeatureMap.deserialize(metadata.getFeatureDomain());
    }

    private static ImmutableOutputInfo<Label> classes(ModelDataProto metadata) throws UncompilableException {
        ImmutableOutputInfo<?> classes = (ImmutableOutputInfo<?>) OutputInfo.deserialize(metadata.getOutputDomain());
        if (classes.getOutput(0) instanceof Label) {
            @SuppressWarnings("unchecked") // all outputs have the type of the first
            ImmutableOutputInfo<Label> labels = (ImmutableOutputInfo<Label>) classes;
            return labels;
        }
        throw new UncompilableException("does not predict labels");
    }

    private ModelProtoReader() {}
}
