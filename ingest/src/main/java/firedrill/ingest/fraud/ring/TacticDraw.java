package firedrill.ingest.fraud.ring;

import firedrill.ingest.random.DrawIndex;

/** Draws of {@link FraudStream#TACTICS}, one set per attack. */
public enum TacticDraw implements DrawIndex {
    TYPOLOGY,
    AMOUNT,
    DWELL_TIME,
    DEVICE,
    ADDRESS,
    TIMING;

    @Override
    public long index() {
        return ordinal();
    }
}
