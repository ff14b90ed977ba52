package firedrill.scoring.model.compile;

/**
 * A Tribuo model of fraud and honest as flat arrays, immutable and safe for any number of threads.
 *
 * <p>What it gives is what Tribuo's {@code predict} gives, computed by the same operations in the same order, without its
 * objects. XGBoost's last step, the softmax, uses the exponential of the C library in single precision; ours is glibc's.
 * XGBoost on a system with another may differ by two of the last bits of single precision, 2<sup>-23</sup>; the sums
 * before it are the same everywhere.
 */
public sealed interface CompiledModel permits CompiledForest, LogOddsModel {

    /**
     * Tribuo's score of fraud, in [0, 1]; allocates nothing.
     *
     * @param inputs what the model was trained on, shape {@code [Feature.COUNT]}, in catalogue order, each finite. Trees
     *     read them as single precision
     */
    double score(double[] inputs);
}
