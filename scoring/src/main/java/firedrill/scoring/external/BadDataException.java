package firedrill.scoring.external;

/** A file of other people's data that cannot be used; the message reads {@code FILE:LINE: reason}, for its owner. */
public final class BadDataException extends Exception {

    private static final long serialVersionUID = 1;

    BadDataException(String file, String reason) {
        super(file + ": " + reason);
    }

    /** With the line at fault, counted from 1. */
    BadDataException(String file, long line, String reason) {
        super(file + ":" + line + ": " + reason);
    }
}
