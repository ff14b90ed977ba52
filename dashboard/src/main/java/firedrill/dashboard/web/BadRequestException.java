package firedrill.dashboard.web;

/** What was posted is not an order; the message says why. */
final class BadRequestException extends Exception {
    private static final long serialVersionUID = 1;

    BadRequestException(String reason) {
        super(reason);
    }

    BadRequestException(String reason, Throwable cause) {
        super(reason, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
