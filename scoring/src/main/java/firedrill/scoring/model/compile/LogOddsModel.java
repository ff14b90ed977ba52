package firedrill.scoring.model.compile;

/** A compiled model that adds up evidence: its score is the logistic function of a sum, and the sum can be taken apart. */
public sealed interface LogOddsModel extends CompiledModel permits CompiledLinear, CompiledBoostedTrees {

    /** What kind of model it is, in a few letters. */
    String kind();

    /**
     * Log-odds of fraud, uncalibrated; the same bits on every machine; allocates nothing.
     *
     * @param inputs as for {@link #score}
     */
    double logit(double[] inputs);

    /** The log-odds that {@link #explain} counts from: what the model says of the average example that it learned from. */
    double baseline();

    /**
     * What each input adds to the log-odds; together the distance of {@link #logit} from {@link #baseline}, but for
     * rounding. Allocates nothing.
     *
     * @param inputs as for {@link #score}
     * @param contributions filled in; the same shape
     */
    void explain(double[] inputs, double[] contributions);
}
