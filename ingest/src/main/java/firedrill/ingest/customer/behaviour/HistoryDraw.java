package firedrill.ingest.customer.behaviour;

import firedrill.ingest.random.Repeated;
import firedrill.ingest.random.SignedDraw;

/**
 * Draws by user id that describe historical activity.
 */
enum HistoryDraw implements SignedDraw {
    /** Repeated for each device, and for the last login with number 20. */
    @Repeated(21)
    LOGIN_SESSION(-1),
    RECENT_DEVICE(0),
    DEPOSIT_AMOUNT(2),
    DEPOSIT_SOURCE(3),
    @Repeated(4)
    SAVED_WITHDRAWAL_FRACTION(10),
    PURCHASE_FRACTION(25),
    PURCHASE_SESSION(26),
    NEW_SIM(27),
    @Repeated(4)
    SAVED_WITHDRAWAL_SESSION(500),
    @Repeated(HistoryDraw.MAX_WITHDRAWALS)
    NEW_ADDRESS(1_001),
    @Repeated(HistoryDraw.MAX_WITHDRAWALS)
    ADDRESS_KEY(3_001),
    @Repeated(HistoryDraw.MAX_WITHDRAWALS)
    WITHDRAWAL_FRACTION(4_001),
    @Repeated(HistoryDraw.MAX_WITHDRAWALS)
    WITHDRAWAL_SESSION(1_501),
    @Repeated
    REWARD_AMOUNT(10_001);

    /** Upper bound of the withdrawals of the last day, whose mean is 4. */
    private static final long MAX_WITHDRAWALS = 490;

    private final long index;

    HistoryDraw(long index) {
        this.index = index;
    }

    @Override
    public long index() {
        return index;
    }
}
