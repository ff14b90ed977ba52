package firedrill.dashboard.ledger;

import java.util.stream.Stream;

/** One amount and the event that it traces to: the sums of a run's postings are its bill. */
public record Posting(long eventId, PostingKind kind, long amountCents) {

    /** What an amount is; the first six as {@link LedgerEntry} says. */
    public enum PostingKind {
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
    static Stream<Posting> of(LedgerEntry line) {
        long id = line.eventId();
        return Stream.of(
                        new Posting(id, PostingKind.FRAUD_ATTEMPTED, line.fraudAttemptedCents()),
                        new Posting(id, PostingKind.FRAUD_LOST, line.fraudLossCents()),
                        new Posting(id, PostingKind.FRAUD_PREVENTED, line.fraudPreventedCents()),
                        new Posting(id, PostingKind.HONEST_DELAYED, line.honestDelayedCents()),
                        new Posting(id, PostingKind.FEE_LOST, line.feeLossCents()),
                        new Posting(id, PostingKind.OPPORTUNITY_LOST, line.opportunityLossCents()))
                .filter(posting -> posting.amountCents() != 0);
    }
}
