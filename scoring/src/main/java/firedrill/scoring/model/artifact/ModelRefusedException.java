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

    /** For a model that its own content made fail, with the exception's name where it has no message. */
    static ModelRefusedException unusable(Exception cause) {
        String message = cause.getMessage();
        String reason = message == null ? cause.getClass().getSimpleName() : message;
        return new ModelRefusedException("it cannot be used: " + reason, cause);
    }
}
