package firedrill.ingest.event.wire;

import org.jspecify.annotations.Nullable;

/** Bytes that are not a message of the exchange; the message is the reason and never contains the payload. */
public final class MalformedEventException extends Exception {

    public MalformedEventException(String reason) {
        this(reason, null);
    }

    public MalformedEventException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
