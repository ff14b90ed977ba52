package firedrill.scoring.rule;

/** Something that is true or false of a feature vector; evaluating it allocates nothing. */
@FunctionalInterface
interface Condition {

    /** Whether it holds for {@code features}, shape {@code [number of labels]}. */
    boolean evaluate(double[] features);
}
