package firedrill.ingest.fraud;

import firedrill.ingest.fraud.ring.FraudStream;
import firedrill.ingest.random.DrawIndex;

/** Draws of {@link FraudStream#ATTACKS}; negative numbers are repeated for each specialty, downwards. */
enum AttackDraw implements DrawIndex {
    START_OFFSET(0, 1),
    RING(1, 1),
    REGULAR_ARRIVAL(-1, 99),
    TYPOLOGY_PHASE(-100, 99);

    private final long index;
    private final long repetitions;

    AttackDraw(long index, long repetitions) {
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
        return index < 0 ? -1 : 1;
    }
}
