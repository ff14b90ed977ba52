package firedrill.ingest.parameters;

/** A parameter that cannot be set; the message is one sentence for the person who set it. */
public final class ParameterException extends Exception {

    public ParameterException(String message) {
        super(message);
    }

    public ParameterException(String message, Throwable cause) {
        super(message, cause);
    }
}
