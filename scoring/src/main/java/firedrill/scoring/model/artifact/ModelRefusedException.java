package firedrill.scoring.model.artifact;

/** A model that will not be used; the message says why. */
public final class ModelRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    /** {@code reason} completes "the model was refused: ". */
    public ModelRefusedException(String reason) {
        super(reason);
    }

    /** As above, when another failure was the reason. */
    public ModelRefusedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
