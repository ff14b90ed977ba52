package firedrill.scoring.rule;

/** An invalid rule file; the message is {@code name:line:column: reason}. */
public final class InvalidRuleException extends Exception {

    /**
     * Reports a fault.
     *
     * @param name of the file, as it was given to the parser
     * @param line from 1
     * @param column from 1
     */
    public InvalidRuleException(String name, int line, int column, String reason) {
        super(name + ":" + line + ":" + column + ": " + reason);
    }
}
