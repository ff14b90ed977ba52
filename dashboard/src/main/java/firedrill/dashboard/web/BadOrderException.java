package firedrill.dashboard.web;

/** What was posted is not an order; the message says why. */
final class BadOrderException extends Exception {
    private static final long serialVersionUID = 1;

    BadOrderException(String reason) {
        super(reason);
    }

    BadOrderException(String reason, Throwable cause) {
        super(reason, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
