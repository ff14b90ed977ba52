package firedrill.dashboard.cli;

/** A failure that was to be expected: its message is one sentence for whoever typed the command, and says what to do. */
public final class CliFailure extends Exception {

    public CliFailure(String message) {
        super(message);
    }

    /** A failure whose cause is shown with {@code --verbose} only. */
    public CliFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** The message, which is never absent. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
