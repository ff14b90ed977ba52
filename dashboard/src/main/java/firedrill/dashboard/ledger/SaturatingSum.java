package firedrill.dashboard.ledger;

/** Sums of cents that stop at the end of their range: an absurd amount must not turn a cost into a gain. */
final class SaturatingSum {

    /** The sum, or the end of the range that it passes. */
    static long of(long sum, long addend) {
        long exact = sum + addend;
        boolean isOverflow = ((sum ^ exact) & (addend ^ exact)) < 0;
        return isOverflow ? (sum < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : exact;
    }

    /** The sum of all of them, from left to right. */
    static long of(long... addends) {
        long sum = 0;
        for (long addend : addends) {
            sum = of(sum, addend);
        }
        return sum;
    }

    private SaturatingSum() {}
}
