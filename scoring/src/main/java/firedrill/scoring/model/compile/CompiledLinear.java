package firedrill.scoring.model.compile;

import com.google.protobuf.InvalidProtocolBufferException;
import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.UncompilableException;
import java.util.Arrays;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.math.la.DenseMatrix;
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
        int fraud = TribuoDomain.fraudClassId(model.getOutputIDInfo());
        int[] ids = TribuoDomain.featureIndexes(model.getFeatureIDMap(), schema);
        if (ids.length != schema.size()) {
            throw new UncompilableException("reads " + ids.length + " features, not all " + schema.size());
        }
        String normalizer = normalizer(model);
        if (!normalizer.equals(ExpNormalizer.class.getName())) {
            throw new UncompilableException("is normalised by a " + normalizer + ", not a softmax");
        }
        DenseMatrix weights = model.getWeightsCopy();
        return new CompiledLinear(row(weights, fraud), row(weights, 1 - fraud), ids);
    }

    private static String normalizer(LinearSGDModel model) throws UncompilableException {
        try {
            return model.serialize()
                    .getSerializedData()
                    .unpack(ClassificationLinearSGDProto.class)
                    .getNormalizer()
                    .getClassName();
        } catch (InvalidProtocolBufferException e) {
            throw new UncompilableException("has an unreadable normalizer: " + e.getMessage());
        }
    }

    private static double[] row(DenseMatrix weights, int row) throws UncompilableException {
        double[] copy = weights.getRow(row).toArray();
        if (!Arrays.stream(copy).allMatch(Double::isFinite)) {
            throw new UncompilableException("has a weight that is not finite");
        }
        return copy;
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
