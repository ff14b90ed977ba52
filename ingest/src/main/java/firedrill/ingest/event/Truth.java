package firedrill.ingest.event;

import java.util.function.Function;

/**
 * Ground truth of one event, written for fraudulent events only; only the ledger and the debrief read it.
 *
 * @param typology kind of fraud, as {@code docs/glossary.md} names it
 * @param atRiskCents dollars that leave if the event is let through; 0 for an order that only prepares the theft
 * @param ringId fraud ring; 0 if unknown. Not read by the ledger; {@code firedrill tail simulation.truth} shows it, so
 *     that the events of one ring can be distinguished from those of another
 * @param theftId the same for all requests of one attack on one account: a theft is a chain of attempts
 * @param attempt 0 for a planned request, above 0 for its retries after friction
 * @param isLaundering whether the money is illicit, but stolen neither from the exchange nor from its customers
 */
public record Truth(
        long eventId,
        long userId,
        long timeMillis,
        String typology,
        long atRiskCents,
        long ringId,
        long theftId,
        int attempt,
        boolean isLaundering)
        implements TruthRecord {

    public Truth {
        RangeChecks.requirePositive(eventId, "eventId");
        RangeChecks.requirePositive(userId, "userId");
        RangeChecks.requireTime(timeMillis, "timeMillis");
        RangeChecks.requireName(typology, "typology");
        RangeChecks.requireCents(atRiskCents, "atRiskCents");
        RangeChecks.requireNonNegative(ringId, "ringId");
        RangeChecks.requirePositive(theftId, "theftId");
        RangeChecks.requireNonNegative(attempt, "attempt");
    }

    /** A theft of one request, ring unknown. */
    public Truth(long eventId, long userId, long timeMillis, String typology, long atRiskCents) {
        this(eventId, userId, timeMillis, typology, atRiskCents, 0, eventId, 0, false);
    }

    @Override
    public <R> R match(Function<? super Truth, ? extends R> truth, Function<? super DepartureRisk, ? extends R> risk) {
        return truth.apply(this);
    }
}
