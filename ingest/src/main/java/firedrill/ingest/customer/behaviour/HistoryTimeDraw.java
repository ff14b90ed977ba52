package firedrill.ingest.customer.behaviour;

import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.Repeated;

/** Draws by user id of the times and numbers of historical activity. */
enum HistoryTimeDraw implements DrawIndex {
    /** Repeated for each device. */
    @Repeated(4)
    DEVICE_LOGIN(0),
    LAST_LOGIN(20),
    PASSWORD_CHANGE(21),
    DEPOSIT(22),
    API_LOGIN(23),
    PURCHASE(24),
    SIM_CHANGE(27),
    /** Repeated for each saved address. */
    @Repeated(4)
    SAVED_WITHDRAWAL(30),
    WITHDRAWAL_COUNT(1_000),
    /** By user id the time, by its complement the address. */
    @Repeated(999)
    WITHDRAWAL(1_001),
    REWARD_COUNT(2_000),
    @Repeated
    REWARD(2_001);

    private final long index;

    HistoryTimeDraw(long index) {
        this.index = index;
    }

    @Override
    public long index() {
        return index;
    }
}
