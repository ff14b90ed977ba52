package firedrill.dashboard.ledger;

import java.util.stream.Stream;

/** One amount and the event that it traces to: the sums of a run's postings are its bill. */
public record Posting(long eventId, Kind kind, long cents) {

    /** What an amount is; the first six as {@link Entry} says. */
    public enum Kind {
        FRAUD_ATTEMPTED,
        FRAUD_LOST,
        FRAUD_PREVENTED,
        HONEST_DELAYED,
        FEE_LOST,
        OPPORTUNITY_LOST,
        /** Of a user who left; traces to the event whose handling set it off. */
        LIFETIME_VALUE_LOST,
        /** For an analyst's verdict. */
        REVIEW_PAID
    }

    /** The amounts of one line that are not zero. */
    static Stream<Posting> of(Entry line) {
        long id = line.eventId();
        return Stream.of(
                        new Posting(id, Kind.FRAUD_ATTEMPTED, line.fraudAttemptedCents()),
                        new Posting(id, Kind.FRAUD_LOST, line.fraudLossCents()),
                        new Posting(id, Kind.FRAUD_PREVENTED, line.fraudPreventedCents()),
                        new Posting(id, Kind.HONEST_DELAYED, line.honestDelayedCents()),
                        new Posting(id, Kind.FEE_LOST, line.feeLossCents()),
                        new Posting(id, Kind.OPPORTUNITY_LOST, line.opportunityLossCents()))
                .filter(posting -> posting.cents() != 0);
    }
}
