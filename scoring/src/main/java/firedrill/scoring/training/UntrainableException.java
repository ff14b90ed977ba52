package firedrill.scoring.training;

/** The training data are insufficient; the message names what is missing. */
public final class UntrainableException extends Exception {

    private static final long serialVersionUID = 1;

    UntrainableException(String reason) {
        super(reason);
    }
}
