package firedrill.scoring.training;

/** The training data are insufficient; the message says of what. */
public final class UntrainableException extends Exception {

    private static final long serialVersionUID = 1;

    UntrainableException(String reason) {
        super(reason);
    }
}
