package firedrill.ingest.customer.behaviour;

import firedrill.ingest.random.DrawIndex;

/**
 * Draws by user id that describe historical activity.
 */
enum HistoryDraw implements DrawIndex {
    /** Repeated for each device, and for the last login with number 20. */
    LOGIN_SESSION(-1, 21),
    RECENT_DEVICE(0, 1),
    DEPOSIT_AMOUNT(2, 1),
    DEPOSIT_SOURCE(3, 1),
    SAVED_WITHDRAWAL_FRACTION(10, 4),
    PURCHASE_FRACTION(25, 1),
    PURCHASE_SESSION(26, 1),
    NEW_SIM(27, 1),
    SAVED_WITHDRAWAL_SESSION(500, 4),
    NEW_ADDRESS(1_001, HistoryDraw.MAX_WITHDRAWALS),
    ADDRESS_KEY(3_001, HistoryDraw.MAX_WITHDRAWALS),
    WITHDRAWAL_FRACTION(4_001, HistoryDraw.MAX_WITHDRAWALS),
    WITHDRAWAL_SESSION(1_501, HistoryDraw.MAX_WITHDRAWALS),
    REWARD_AMOUNT(10_001, UNBOUNDED);

    /** Upper bound of the withdrawals of the last day, whose mean is 4. */
    private static final long MAX_WITHDRAWALS = 490;

    private final long index;
    private final long repetitions;

    HistoryDraw(long index, long repetitions) {
        this.index = index;
        this.repetitions = repetitions;
    }

    @Override
    public long index() {
        return index;
    }

    @Override
    public long repetitions() {
        return repetitions;
    }

    @Override
    public long stride() {
        return this == LOGIN_SESSION ? -1 : 1;
    }
}
