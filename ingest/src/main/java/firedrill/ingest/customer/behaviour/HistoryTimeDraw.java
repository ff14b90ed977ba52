package firedrill.ingest.customer.behaviour;

import firedrill.ingest.random.DrawIndex;

/** Draws by user id of the times and numbers of historical activity. */
enum HistoryTimeDraw implements DrawIndex {
    /** Repeated for each device. */
    DEVICE_LOGIN(0, 4),
    LAST_LOGIN(20, 1),
    PASSWORD_CHANGE(21, 1),
    DEPOSIT(22, 1),
    API_LOGIN(23, 1),
    PURCHASE(24, 1),
    SIM_CHANGE(27, 1),
    /** Repeated for each saved address. */
    SAVED_WITHDRAWAL(30, 4),
    WITHDRAWAL_COUNT(1_000, 1),
    /** By user id the time, by its complement the address. */
    WITHDRAWAL(1_001, 999),
    REWARD_COUNT(2_000, 1),
    REWARD(2_001, UNBOUNDED);

    private final long index;
    private final long repetitions;

    HistoryTimeDraw(long index, long repetitions) {
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
}
