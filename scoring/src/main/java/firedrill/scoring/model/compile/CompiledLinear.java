package firedrill.scoring.model.compile;

import com.google.protobuf.InvalidProtocolBufferException;
import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.UncompilableException;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.math.util.ExpNormalizer;

/** A logistic regression: one weight per class and input, summed in Tribuo's order. */
final class CompiledLinear implements LogOddsModel {

    /** Indexed by Tribuo's feature id, the order in which Tribuo sums; the last element is the bias. */
    private final double[] fraudWeights;

    private final double[] honestWeights;
    /** Index in a row by Tribuo's feature id. */
    private final int[] ids;

    private CompiledLinear(double[] fraudWeights, double[] honestWeights, int[] ids) {
        this.fraudWeights = fraudWeights;
        this.honestWeights = honestWeights;
        this.ids = ids;
    }

    /** Compiles {@code model}, which must read every column of {@code schema} and normalise by a softmax. */
    static CompiledLinear of(LinearSGDModel model, FeatureSchema schema) throws UncompilableException {
        return of(proto(model), model.getFeatureIDMap(), model.getOutputIDInfo(), schema);
    }

    private static ClassificationLinearSGDProto proto(LinearSGDModel model) throws UncompilableException {
        try {
            return model.serialize().getSerializedData().unpack(ClassificationLinearSGDProto.class);
        } catch (InvalidProtocolBufferException e) {
            throw new UncompilableException("has unreadable weights: " + e.getMessage());
        }
    }

    /** Compiles a serialised model; Tribuo's own classes do not see the weights. */
    static CompiledLinear of(
            ClassificationLinearSGDProto model,
            ImmutableFeatureMap features,
            ImmutableOutputInfo<Label> classes,
            FeatureSchema schema)
            throws UncompilableException {
        int fraud = TribuoDomain.fraudClassId(classes);
        int[] ids = TribuoDomain.featureIndexes(features, schema);
        if (ids.length != schema.size()) {
            throw new UncompilableException("reads " + ids.length + " features, not all " + schema.size());
        }
        String normalizer = model.getNormalizer().getClassName();
        if (!normalizer.equals(ExpNormalizer.class.getName())) {
            throw new UncompilableException("is normalised by a " + normalizer + ", not a softmax");
        }
        double[][] weights = LinearWeights.read(model.getParams(), 2, ids.length + 1);
        return new CompiledLinear(weights[fraud], weights[1 - fraud], ids);
    }

    /** Tribuo's softmax subtracts the larger sum from both, so one of its two exponentials is exp(0). */
    @Override
    public double score(double[] inputs) {
        double logit = logit(inputs);
        double smaller = Math.exp(-Math.abs(logit));
        return (logit < 0 ? smaller : 1) / (1 + smaller);
    }

    @Override
    public String kind() {
        return "lr";
    }

    @Override
    public ModelSize size() {
        return new ModelSize(0, 0, (long) ids.length * (2 * Double.BYTES + Integer.BYTES), ids.length);
    }

    /** Two sums in one loop, so that the two chains of additions overlap. */
    @Override
    public double logit(double[] inputs) {
        double fraud = 0;
        double honest = 0;
        for (int i = 0; i < ids.length; i++) {
            double input = inputs[ids[i]];
            fraud += fraudWeights[i] * input;
            honest += honestWeights[i] * input;
        }
        return fraud + bias(fraudWeights) - (honest + bias(honestWeights));
    }

    @Override
    public double baseline() {
        return bias(fraudWeights) - bias(honestWeights);
    }

    @Override
    public void explain(double[] inputs, double[] contributions) {
        for (int i = 0; i < ids.length; i++) {
            contributions[ids[i]] = (fraudWeights[i] - honestWeights[i]) * inputs[ids[i]];
        }
    }

    private double bias(double[] weights) {
        return weights[ids.length];
    }
}
