package firedrill.scoring.model.compile;

import com.google.protobuf.InvalidProtocolBufferException;
import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.UncompilableException;
import java.util.Arrays;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.util.ExpNormalizer;

/** A logistic regression: one weight per class and input, added up in Tribuo's order. */
final class CompiledLinear implements LogOddsModel {

    /** By Tribuo's number of the feature, which is the order in which Tribuo adds; the last is the bias. */
    private final double[] fraudWeights;

    private final double[] honestWeights;
    /** The place in a row by Tribuo's. */
    private final int[] ids;

    private CompiledLinear(double[] fraudWeights, double[] honestWeights, int[] ids) {
        this.fraudWeights = fraudWeights;
        this.honestWeights = honestWeights;
        this.ids = ids;
    }

    /** Compiles {@code model}, which must read all of {@code columns} and end in a softmax. */
    static CompiledLinear of(LinearSGDModel model, FeatureSchema columns) throws UncompilableException {
        int fraud = TribuoDomain.fraudClassId(model.getOutputIDInfo());
        int[] ids = TribuoDomain.featureIndexes(model.getFeatureIDMap(), columns);
        if (ids.length != columns.size()) {
            throw new UncompilableException("reads " + ids.length + " features, not all " + columns.size());
        }
        String normalizer = normalizer(model);
        if (!normalizer.equals(ExpNormalizer.class.getName())) {
            throw new UncompilableException("ends in a " + normalizer + ", not a softmax");
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
        } catch (InvalidProtocolBufferException unreadable) {
            throw new UncompilableException("does not tell how it ends: " + unreadable.getMessage());
        }
    }

    private static double[] row(DenseMatrix weights, int row) throws UncompilableException {
        double[] copy = weights.getRow(row).toArray();
        if (!Arrays.stream(copy).allMatch(Double::isFinite)) {
            throw new UncompilableException("has a weight that is not finite");
        }
        return copy;
    }

    /** Tribuo's softmax, which takes the larger sum off both: one of its two exponentials is that of 0. */
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

    /** Two sums in one loop, so that the processor adds to one while it waits for the other. */
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
