package firedrill.scoring.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

/** Tribuo's two classes, fraud and honest, and its own scores as an oracle. */
public final class FraudLabel {

    public static final Label FRAUD = new Label("fraud");
    public static final Label HONEST = new Label("honest");

    /** An example of {@code inputs}, in catalogue order. */
    public static ArrayExample<Label> example(double[] inputs, boolean fraud) {
        return FeatureSchema.CATALOGUE.example(inputs, fraud);
    }

    /**
     * Tribuo's own probability of fraud: slow, and the reference for compiled models. Each call to XGBoost through
     * Tribuo leaks native memory, so {@link #probabilities} scores many rows in one call.
     */
    public static double probability(Model<Label> model, double[] inputs) {
        return probability(model.predict(example(inputs, false)));
    }

    /** Tribuo's own probabilities of fraud of {@code rows}, in one call. */
    public static double[] probabilities(Model<Label> model, List<double[]> rows) {
        List<Example<Label>> examples = new ArrayList<>(rows.size());
        rows.forEach(row -> examples.add(example(row, false)));
        return model.predict(examples).stream()
                .mapToDouble(FraudLabel::probability)
                .toArray();
    }

    private static double probability(Prediction<Label> prediction) {
        return Objects.requireNonNull(prediction.getOutputScores().get(FRAUD.getLabel()))
                .getScore();
    }

    private FraudLabel() {}
}
