package firedrill.scoring.rule;

/** A predicate over a feature vector; evaluating it allocates nothing. */
@FunctionalInterface
interface Condition {

    /** Whether it holds for {@code features}, shape {@code [number of labels]}. */
    boolean evaluate(double[] features);
}
