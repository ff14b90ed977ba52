package firedrill.scoring.training;

import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.FraudLabel;
import firedrill.scoring.model.Standardiser;
import firedrill.scoring.model.compile.CompiledModel;
import firedrill.scoring.model.compile.LogOddsModel;
import firedrill.scoring.model.compile.Scorer;
import java.util.List;
import java.util.Optional;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** The same model twice, as Tribuo is asked and as it is compiled, for whoever compares the two. */
public final class BenchmarkModel {

    private final String name;
    private final Model<Label> tribuo;
    private final CompiledModel compiled;
    private final Optional<Standardiser> standardiser;

    BenchmarkModel(String name, Model<Label> tribuo, CompiledModel compiled, Optional<Standardiser> standardiser) {
        this.name = name;
        this.tribuo = tribuo;
        this.compiled = compiled;
        this.standardiser = standardiser;
    }

    public String name() {
        return name;
    }

    /** What both read of {@code features}: standardised for a linear model, as they are for trees. */
    public double[] modelInputs(double[] features) {
        return standardiser.isPresent() ? standardiser.get().transform(features) : features;
    }

    /** Probability of fraud by Tribuo, from an array to a number, with all the objects that it wants in between. */
    public double scoreWithTribuo(double[] inputs) {
        return FraudLabel.probability(tribuo, inputs);
    }

    /** The same for many rows in one call. */
    public double[] scoreWithTribuo(List<double[]> inputs) {
        return FraudLabel.probabilities(tribuo, inputs);
    }

    /** The same by flat arrays. */
    public double scoreCompiled(double[] inputs) {
        return compiled.score(inputs);
    }

    /**
     * All that happens to an event: from features as they are to a calibrated probability. Nothing for a model that cannot
     * be champion.
     */
    public Optional<Scorer> scorer() {
        return compiled instanceof LogOddsModel model
                ? Optional.of(Scorer.of(model, standardiser, Calibration.IDENTITY, name))
                : Optional.empty();
    }
}
