package firedrill.scoring.rule;

/** A rule file that cannot be used; the message is {@code name:line:column: reason}, for the person who wrote it. */
public final class InvalidRuleException extends Exception {

    private final String name;
    private final int line;
    private final int column;
    private final String reason;

    public InvalidRuleException(String name, int line, int column, String reason) {
        super(name + ":" + line + ":" + column + ": " + reason);
        this.name = name;
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    /** The file, or whatever the rules were called when they were handed in. */
    public String name() {
        return name;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1. */
    public int column() {
        return column;
    }

    public String reason() {
        return reason;
    }
}
