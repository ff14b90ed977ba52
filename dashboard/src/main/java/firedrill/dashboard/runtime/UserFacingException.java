package firedrill.dashboard.runtime;

import org.jspecify.annotations.Nullable;

/** An expected failure whose message is one sentence for the user and names the remedy. */
public final class UserFacingException extends Exception {

    private final boolean isInvalidInput;

    public UserFacingException(String message) {
        this(message, null, false);
    }

    /** A failure whose cause is shown with {@code --verbose} only. */
    public UserFacingException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private UserFacingException(String message, @Nullable Throwable cause, boolean isInvalidInput) {
        super(message, cause);
        this.isInvalidInput = isInvalidInput;
    }

    /** A failure because an option has an invalid value, which has an exit code of its own. */
    public static UserFacingException ofInput(String message, @Nullable Throwable cause) {
        return new UserFacingException(message, cause, true);
    }

    public boolean isInvalidInput() {
        return isInvalidInput;
    }

    /** The message, which is never absent. */
    public String userMessage() {
        return String.valueOf(getMessage());
    }
}
