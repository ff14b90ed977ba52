package firedrill.dashboard.web;

/** A malformed request body; the message states the fault. */
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
