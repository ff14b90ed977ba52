package firedrill.dashboard.runtime;

/** A failure that was to be expected: its message is one sentence for whoever typed the command, and says what to do. */
public final class UserFacingException extends Exception {

    public UserFacingException(String message) {
        super(message);
    }

    /** A failure whose cause is shown with {@code --verbose} only. */
    public UserFacingException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The message, which is never absent. */
    public String userMessage() {
        return String.valueOf(getMessage());
    }
}
