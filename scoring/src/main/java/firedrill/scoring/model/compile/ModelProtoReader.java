package firedrill.scoring.model.compile;

import com.google.protobuf.InvalidProtocolBufferException;
import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.UncompilableException;
import org.tribuo.FeatureMap;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.OutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.protos.core.ModelProto;

/** From a file's message, whose classes are trusted, to a model that can be champion. XGBoost itself is not loaded. */
public final class ModelProtoReader {

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
            return CompiledLinear.of(
                    (LinearSGDModel) Model.deserialize(model).castModel(Label.class), FeatureSchema.CATALOGUE);
        }
        throw new UncompilableException("is a " + model.getClassName() + ", which cannot be champion");
    }

    private static ImmutableFeatureMap features(ModelDataProto metadata) {
        return (ImmutableFeatureMap) FeatureMap.deserialize(metadata.getFeatureDomain());
    }

    private static ImmutableOutputInfo<Label> classes(ModelDataProto metadata) throws UncompilableException {
        ImmutableOutputInfo<?> classes = (ImmutableOutputInfo<?>) OutputInfo.deserialize(metadata.getOutputDomain());
        if (classes.getOutput(0) instanceof Label) {
            @SuppressWarnings("unchecked") // one of its outputs is a label, and they are all of one type
            ImmutableOutputInfo<Label> labels = (ImmutableOutputInfo<Label>) classes;
            return labels;
        }
        throw new UncompilableException("does not tell labels apart");
    }

    private ModelProtoReader() {}
}
