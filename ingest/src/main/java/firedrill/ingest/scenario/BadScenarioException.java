package firedrill.ingest.scenario;

import org.jspecify.annotations.Nullable;

/** A scenario that cannot be played. The message names the file, the line and the reason, for the author of the file. */
public final class BadScenarioException extends Exception {

    public BadScenarioException(String name, String reason) {
        super(name + ": " + reason);
    }

    /** With the line at fault, counted from 1. */
    public BadScenarioException(String name, int line, String reason, @Nullable Throwable cause) {
        super(name + ", line " + line + ": " + reason, cause);
    }
}
