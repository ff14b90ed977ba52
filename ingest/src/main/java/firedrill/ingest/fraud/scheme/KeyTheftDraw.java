package firedrill.ingest.fraud.scheme;

import firedrill.ingest.fraud.ring.FraudStream;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.Repeated;

/** Draws of {@link FraudStream#API_KEY_THEFT}, for victims and for beneficiaries. */
enum KeyTheftDraw implements DrawIndex {
    COUNT(0),
    VICTIM(1),
    ACTIVE_KEY(2),
    PLATFORM(3),
    TIME(4),
    MATCH(5),
    PRICE_OFFSET(6),
    FRACTION(7),
    SALE(8),
    PURCHASE_COUNT(9),
    PURCHASE_FRACTION(10),
    BENEFICIARY(11),
    CASH_OUT(12),
    INVENTORY(13),
    RESTOCK(14),
    RESTOCK_DELAY(15),
    /** Repeated for each candidate. */
    @Repeated
    ACTIVE_KEY_CANDIDATE(1_000);

    private final long index;

    KeyTheftDraw(long index) {
        this.index = index;
    }

    @Override
    public long index() {
        return index;
    }
}
