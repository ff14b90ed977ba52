package firedrill.scoring.rule;

/** An invalid expression, with the position of the fault. */
final class InvalidExpressionException extends Exception {

    private final int offset;

    /**
     * Reports a fault.
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
