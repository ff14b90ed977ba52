package firedrill.scoring.rule;

/** An expression that cannot be used, and the character at fault. */
final class InvalidExpressionException extends Exception {

    private final int offset;

    /**
     * A refusal.
     *
     * @param offset of the character at fault, in code points from 0
     */
    InvalidExpressionException(int offset, String reason) {
        super(reason);
        this.offset = offset;
    }

    int offset() {
        return offset;
    }
}
