package firedrill.ingest.market.kline;

import org.jspecify.annotations.Nullable;

/** A price file that cannot be replayed; the message is {@code FILE:LINE: reason}, for the author of the file. */
public final class BadKlineFileException extends Exception {

    BadKlineFileException(String file, String reason, @Nullable Throwable cause) {
        super(file + ": " + reason, cause);
    }

    /** With the line at fault, counted from 1. */
    BadKlineFileException(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
    }
}
