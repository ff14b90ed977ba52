package firedrill.ingest.incident;

/** A scenario that cannot be used; the message names the file, the line and the reason. */
public final class BadScenarioException extends Exception {

    private static final long serialVersionUID = 1L;

    BadScenarioException(String file, int line, String reason) {
        super(line > 0 ? file + ", line " + line + ": " + reason : file + ": " + reason);
    }
}
