package firedrill.scoring.model.compile;

import java.util.Optional;

/**
 * A Tribuo model of the classes fraud and honest as flat arrays. Immutable and thread-safe.
 *
 * <p>Scores equal those of Tribuo's {@code predict}: the same operations in the same order, without its objects.
 * XGBoost's softmax uses the C library's single-precision exponential; this implementation uses glibc's. XGBoost on a
 * system with another C library may differ by two units in the last place, 2<sup>-23</sup>; the sums before the softmax
 * are the same everywhere.
 */
public sealed interface CompiledModel permits CompiledForest, LogOddsModel {

    /**
     * Tribuo's score of fraud, in [0, 1]; allocates nothing.
     *
     * @param inputs what the model was trained on, shape {@code [Feature.COUNT]}, in catalogue order, each finite;
     *     trees read them in single precision
     */
    double score(double[] inputs);

    /** This model with its log-odds; empty for a model whose score is not a function of a sum. */
    default Optional<LogOddsModel> logOdds() {
        return Optional.empty();
    }
}
