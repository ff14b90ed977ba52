package firedrill.scoring.model.compile;

import java.util.Optional;

/** A compiled model whose score is the logistic function of a sum, which can be attributed to its inputs. */
public sealed interface LogOddsModel extends CompiledModel permits CompiledLinear, CompiledBoostedTrees {

    @Override
    default Optional<LogOddsModel> logOdds() {
        return Optional.of(this);
    }

    /** Abbreviation of the kind of model: {@code lr} or {@code xgb}. */
    String kind();

    /** What it takes, within the bounds of every model. */
    ModelSize size();

    /**
     * Log-odds of fraud, uncalibrated; the same bits on every machine; allocates nothing.
     *
     * @param inputs as for {@link #score}
     */
    double logit(double[] inputs);

    /** Log-odds of the average training example; {@link #explain} is relative to it. */
    double baseline();

    /**
     * Contribution of each input to the log-odds; up to rounding they sum to the distance of {@link #logit} from
     * {@link #baseline}. Allocates nothing.
     *
     * @param inputs as for {@link #score}
     * @param contributions filled in; the same shape
     */
    void explain(double[] inputs, double[] contributions);
}
