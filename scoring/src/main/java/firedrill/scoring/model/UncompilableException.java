package firedrill.scoring.model;

/** The model cannot be compiled with scores equal to Tribuo's. The message completes the sentence "it ...". */
public final class UncompilableException extends Exception {

    private static final long serialVersionUID = 1;

    public UncompilableException(String reason) {
        super(reason);
    }
}
