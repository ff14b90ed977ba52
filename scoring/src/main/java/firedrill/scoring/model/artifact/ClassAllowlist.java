package firedrill.scoring.model.artifact;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tribuo.classification.protos.ImmutableLabelInfoProto;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.math.protos.DenseTensorProto;
import org.tribuo.math.protos.LinearParametersProto;
import org.tribuo.protos.core.CategoricalIDInfoProto;
import org.tribuo.protos.core.ImmutableFeatureMapProto;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.protos.core.RealIDInfoProto;

/**
 * The classes that a model file may name.
 *
 * <p>Tribuo loads every class that a file names, at any level. The file is therefore parsed as plain messages first,
 * which loads none of them; each class name and each embedded message must be one that a logistic regression or
 * XGBoost's trees need.
 */
final class ClassAllowlist {

    private static final int MAX_DEPTH = 16;
    /** Some ten times those of a model over the whole catalogue; parsed, they take up to 10 MB. */
    private static final int MAX_FIELDS = 100_000;

    private static final String OLCUT = "com.oracle.labs.mlrg.olcut.provenance.";

    private static final Map<String, Message> MESSAGES = Stream.<Message>of(
                    ClassificationLinearSGDProto.getDefaultInstance(),
                    XGBoostModelProto.getDefaultInstance(),
                    ImmutableFeatureMapProto.getDefaultInstance(),
                    CategoricalIDInfoProto.getDefaultInstance(),
                    RealIDInfoProto.getDefaultInstance(),
                    ImmutableLabelInfoProto.getDefaultInstance(),
                    LinearParametersProto.getDefaultInstance(),
                    DenseTensorProto.getDefaultInstance())
            .collect(Collectors.toUnmodifiableMap(
                    message -> message.getDescriptorForType().getFullName(), Function.identity()));

    /** Classes of both kinds of model. */
    private static final Set<String> SHARED = Set.of(
            "org.tribuo.classification.ImmutableLabelInfo",
            "org.tribuo.classification.LabelFactory",
            "org.tribuo.classification.LabelFactory$LabelFactoryProvenance",
            "org.tribuo.CategoricalIDInfo",
            "org.tribuo.DataSource",
            "org.tribuo.ImmutableFeatureMap",
            "org.tribuo.MutableDataset",
            "org.tribuo.RealIDInfo",
            "org.tribuo.provenance.DatasetProvenance",
            "org.tribuo.provenance.ModelProvenance",
            "org.tribuo.provenance.SimpleDataSourceProvenance",
            "org.tribuo.provenance.impl.TrainerProvenanceImpl",
            OLCUT + "impl.ConfiguredObjectProvenanceImpl",
            OLCUT + "primitives.BooleanProvenance",
            OLCUT + "primitives.DateTimeProvenance",
            OLCUT + "primitives.DoubleProvenance",
            OLCUT + "primitives.IntProvenance",
            OLCUT + "primitives.LongProvenance",
            OLCUT + "primitives.StringProvenance");

    private static final Set<String> LINEAR = Set.of(
            "org.tribuo.classification.sgd.linear.LinearSGDModel",
            "org.tribuo.classification.sgd.linear.LinearSGDTrainer",
            "org.tribuo.classification.sgd.objectives.LogMulticlass",
            "org.tribuo.math.LinearParameters",
            "org.tribuo.math.la.DenseMatrix",
            "org.tribuo.math.optimisers.AdaGrad",
            "org.tribuo.math.util.ExpNormalizer");

    /**
     * An enum's provenance names the enum class; XGBoost files are safe, because Tribuo does not read their provenance.
     */
    private static final Set<String> XGBOOST = Set.of(
            "org.tribuo.classification.xgboost.XGBoostClassificationConverter",
            "org.tribuo.classification.xgboost.XGBoostClassificationTrainer",
            "org.tribuo.common.xgboost.XGBoostModel",
            OLCUT + "primitives.EnumProvenance");

    private static final Map<String, Set<String>> BY_MODEL_CLASS =
            Map.of(LinearSGDModel.class.getName(), LINEAR, XGBoostModel.class.getName(), XGBOOST);

    private final Set<String> modelClasses;

    private ClassAllowlist(Set<String> modelClasses) {
        this.modelClasses = modelClasses;
    }

    /**
     * Parses {@code bytes} as a model whose classes are all on the allowlist.
     *
     * @throws ModelRefusedException if they are not a model, have too many fields, or naming the first class or message that is not on the
     *     list
     */
    static ModelProto read(byte[] bytes) throws ModelRefusedException {
        try {
            FieldCount.requireAtMost(MAX_FIELDS, bytes, ModelProto.getDescriptor(), ClassAllowlist::type);
            ModelProto model = ModelProto.parseFrom(bytes);
            Set<String> allowed = BY_MODEL_CLASS.get(model.getClassName());
            if (allowed == null) {
                throw new ModelRefusedException(
                        "it is a " + model.getClassName() + ", neither a logistic regression nor XGBoost's trees");
            }
            new ClassAllowlist(allowed).check(model, 0);
            return model;
        } catch (InvalidProtocolBufferException e) {
            throw new ModelRefusedException("it is not a Tribuo model: " + e.getMessage(), e);
        }
    }

    private void check(Message message, int depth) throws ModelRefusedException, InvalidProtocolBufferException {
        if (depth > MAX_DEPTH) {
            throw new ModelRefusedException("its messages are nested too deeply");
        }
        if (message instanceof Any any) {
            check(unpack(any), depth + 1);
            return;
        }
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            List<?> values = field.getKey().isRepeated() ? (List<?>) field.getValue() : List.of(field.getValue());
            for (Object value : values) {
                if (value instanceof Message part) {
                    check(part, depth + 1);
                } else if (field.getKey().getName().endsWith("class_name") && !isAllowed(value)) {
                    throw new ModelRefusedException("it names a class that is not on the allowlist: " + value);
                }
            }
        }
    }

    private static @Nullable Descriptor type(String name) {
        Message known = MESSAGES.get(name);
        return known == null ? null : known.getDescriptorForType();
    }

    private boolean isAllowed(Object name) {
        return name instanceof String text && (SHARED.contains(text) || modelClasses.contains(text));
    }

    private static Message unpack(Any any) throws ModelRefusedException, InvalidProtocolBufferException {
        String name = FieldCount.nameIn(any.getTypeUrl());
        Message known = MESSAGES.get(name);
        if (known == null) {
            throw new ModelRefusedException("it holds a message that is not on the allowlist: " + name);
        }
        return known.getParserForType().parseFrom(any.getValue());
    }
}
