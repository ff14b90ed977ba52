package firedrill.scoring.training;

import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.FraudLabel;
import firedrill.scoring.model.Standardiser;
import firedrill.scoring.model.compile.CompiledModel;
import firedrill.scoring.model.compile.Scorer;
import java.util.List;
import java.util.Optional;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** One model as Tribuo scores it and as compiled, for benchmarks. */
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

    /** Inputs of both for {@code features}: standardised for a linear model, unchanged for trees. */
    public double[] modelInputs(double[] features) {
        return standardiser.isPresent() ? standardiser.get().transform(features) : features;
    }

    /** Probability of fraud by Tribuo, including the allocation of its example and prediction objects. */
    public double scoreWithTribuo(double[] inputs) {
        return FraudLabel.probability(tribuo, inputs);
    }

    /** Probabilities of fraud by Tribuo for many rows in one call. */
    public double[] scoreWithTribuo(List<double[]> inputs) {
        return FraudLabel.probabilities(tribuo, inputs);
    }

    /** Probability of fraud by the compiled model. */
    public double scoreCompiled(double[] inputs) {
        return compiled.score(inputs);
    }

    /**
     * The whole scoring path, from features to a calibrated probability; empty for a model that has no log-odds and so
     * cannot be a champion.
     */
    public Optional<Scorer> scorer() {
        return compiled.logOdds().map(model -> Scorer.of(model, standardiser, Calibration.IDENTITY, name));
    }
}
