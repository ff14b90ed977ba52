package firedrill.ingest.fraud;

import firedrill.ingest.fraud.ring.FraudStream;
import firedrill.ingest.random.Repeated;
import firedrill.ingest.random.SignedDraw;

/** Draws of {@link FraudStream#ATTACKS}; negative numbers are repeated for each specialty, downwards. */
enum AttackDraw implements SignedDraw {
    START_OFFSET(0),
    RING(1),
    @Repeated(99)
    REGULAR_ARRIVAL(-1),
    @Repeated(99)
    TYPOLOGY_PHASE(-100);

    private final long index;

    AttackDraw(long index) {
        this.index = index;
    }

    @Override
    public long index() {
        return index;
    }
}
