package firedrill.scoring.decision.wire;

import org.jspecify.annotations.Nullable;

/** Bytes that are not a message of the scorer; the message is the reason and never contains the payload. */
public final class MalformedMessageException extends Exception {

    public MalformedMessageException(String reason) {
        this(reason, null);
    }

    public MalformedMessageException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
