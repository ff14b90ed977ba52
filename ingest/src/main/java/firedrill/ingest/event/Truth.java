package firedrill.ingest.event;

/**
 * What really happened, told of fraudulent events only; the referee and the debrief read it, nothing else may.
 *
 * @param typology which fraud, as {@code docs/glossary.md} names them
 * @param atRiskCents dollars that leave if the event is let through; 0 for an order that only prepares the theft
 * @param ringId who did it; 0 if that is unknown
 */
public record Truth(long eventId, long userId, long timeMillis, String typology, long atRiskCents, long ringId) {

    public Truth {
        RangeChecks.requirePositive(eventId, "eventId");
        RangeChecks.requireNonNegative(atRiskCents, "atRiskCents");
        RangeChecks.requireNonNegative(ringId, "ringId");
    }

    /** By nobody knows whom. */
    public Truth(long eventId, long userId, long timeMillis, String typology, long atRiskCents) {
        this(eventId, userId, timeMillis, typology, atRiskCents, 0);
    }
}
