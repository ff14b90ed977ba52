package firedrill.scoring.backtest.table;

/** A file of other people's data that cannot be used; the message reads {@code FILE:LINE: reason}, for its owner. */
public final class InvalidDataException extends Exception {

    private static final long serialVersionUID = 1;

    InvalidDataException(String file, String reason) {
        super(file + ": " + reason);
    }

    /** With the line at fault, counted from 1. */
    InvalidDataException(String file, long line, String reason) {
        super(file + ":" + line + ": " + reason);
    }
}
