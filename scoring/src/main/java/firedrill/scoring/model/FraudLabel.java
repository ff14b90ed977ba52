package firedrill.scoring.model;

import firedrill.scoring.feature.Feature;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

/** How events are told to Tribuo. */
public final class FraudLabel {

    public static final Label FRAUD = new Label("fraud");
    public static final Label HONEST = new Label("honest");

    private static final String[] NAMES =
            Stream.of(Feature.values()).map(Feature::label).toArray(String[]::new);

    /** An example of all features, zeros too, so that Tribuo takes its dense path; {@code inputs} are in catalogue order. */
    public static ArrayExample<Label> example(double[] inputs, boolean fraud) {
        return new ArrayExample<>(fraud ? FRAUD : HONEST, NAMES, inputs);
    }

    /** Tribuo's own probability of fraud: slow, and the standard that a compiled scorer is held to. */
    static double probability(Model<Label> model, double[] inputs) {
        Map<String, Label> scores = model.predict(example(inputs, false)).getOutputScores();
        return Objects.requireNonNull(scores.get(FRAUD.getLabel())).getScore();
    }

    private FraudLabel() {}
}
