package firedrill.ingest.event.wire;

import org.jspecify.annotations.Nullable;

/** Bytes that are not a message of the expected topic; the exception's message is the reason, without the payload. */
public final class MalformedMessageException extends Exception {

    public MalformedMessageException(String reason) {
        this(reason, null);
    }

    public MalformedMessageException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
