package firedrill.scoring.model.artifact;

/** The model failed a check and is not used; the message says which. */
public final class ModelRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    /** {@code reason} completes "the model was refused: ". */
    public ModelRefusedException(String reason) {
        super(reason);
    }

    /** As above, with the failure that caused it. */
    public ModelRefusedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
