package firedrill.scoring.backtest.table;

/** An external file is invalid; the message reads {@code FILE:LINE: reason}. */
public final class InvalidDataException extends Exception {

    private static final long serialVersionUID = 1;

    InvalidDataException(String file, String reason) {
        super(file + ": " + reason);
    }

    /** With the invalid line, counted from 1. */
    InvalidDataException(String file, long line, String reason) {
        super(file + ":" + line + ": " + reason);
    }
}
