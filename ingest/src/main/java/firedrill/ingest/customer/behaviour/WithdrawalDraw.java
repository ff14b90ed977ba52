package firedrill.ingest.customer.behaviour;

import firedrill.ingest.random.DrawIndex;

/** Draws by the key of a withdrawal. */
enum WithdrawalDraw implements DrawIndex {
    IS_PANIC(0),
    IS_NEW_DEVICE(1),
    DEVICE(2),
    RESETS(3),
    LOGIN_TO_RESET(4),
    CREDENTIAL(5),
    WAITS_AFTER_RESET(6),
    RESET_TO_WITHDRAWAL(7),
    IS_NEW_ADDRESS(8),
    ADDRESS(9),
    IS_FULL(10),
    FRACTION(11),
    LOGS_IN(12),
    LOGIN_TO_WITHDRAWAL(13),
    SELLS(14),
    SALE_TO_WITHDRAWAL(15),
    TESTS(16),
    TEST_AMOUNT(17),
    TEST_TO_WITHDRAWAL(18),
    LOGS_IN_AGAIN(19),
    WITHDRAWS_REST(21),
    REST_DELAY(22),
    REDEPOSITS(23),
    REDEPOSIT_DELAY(24),
    REDEPOSIT_AMOUNT(25),
    HAS_NEW_SIM(26);

    private final long index;

    WithdrawalDraw(long index) {
        this.index = index;
    }

    @Override
    public long index() {
        return index;
    }
}
