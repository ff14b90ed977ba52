package firedrill.scoring.model;

/** A model that cannot be compiled so that its scores stay Tribuo's own; the message says why, and completes "it ...". */
public final class UncompilableException extends Exception {

    private static final long serialVersionUID = 1;

    public UncompilableException(String reason) {
        super(reason);
    }
}
