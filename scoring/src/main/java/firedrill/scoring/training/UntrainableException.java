package firedrill.scoring.training;

/** There is not enough to learn from; the message says of what. */
public final class UntrainableException extends Exception {

    private static final long serialVersionUID = 1;

    UntrainableException(String reason) {
        super(reason);
    }
}
