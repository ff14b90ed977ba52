package firedrill.ingest.event;

/**
 * Ground truth of one event, written for fraudulent events only; only the ledger and the debrief read it.
 *
 * @param typology kind of fraud, as {@code docs/glossary.md} names it
 * @param atRiskCents dollars that leave if the event is let through; 0 for an order that only prepares the theft
 * @param ringId fraud ring; 0 if unknown. Not read by the ledger; {@code firedrill tail simulation.truth} shows it, so
 *     that the events of one ring can be distinguished from those of another
 */
public record Truth(long eventId, long userId, long timeMillis, String typology, long atRiskCents, long ringId) {

    public Truth {
        RangeChecks.requirePositive(eventId, "eventId");
        RangeChecks.requirePositive(userId, "userId");
        RangeChecks.requireTime(timeMillis, "timeMillis");
        RangeChecks.requireName(typology, "typology");
        RangeChecks.requireCents(atRiskCents, "atRiskCents");
        RangeChecks.requireNonNegative(ringId, "ringId");
    }

    /** Ring unknown. */
    public Truth(long eventId, long userId, long timeMillis, String typology, long atRiskCents) {
        this(eventId, userId, timeMillis, typology, atRiskCents, 0);
    }
}
