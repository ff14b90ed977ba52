package firedrill.dashboard.ledger;

import java.util.stream.Stream;

/** One amount with its event id; the sums of a run's postings are its bill. */
public record Posting(long eventId, PostingKind kind, long amountCents) {

    /** Kind of an amount; the first seven are components of {@link LedgerEntry}. */
    public enum PostingKind {
        FRAUD_ATTEMPTED,
        FRAUD_LOST,
        FRAUD_PREVENTED,
        HONEST_DELAYED,
        FEE_LOST,
        OPPORTUNITY_LOST,
        COMPLIANCE_COST,
        /** Lifetime value of a lost user, under the event whose handling caused it. */
        LIFETIME_VALUE_LOST,
        /**
         * Lifetime value times the probability that the user leaves, whether drawn or not, under the event whose handling
         * raises it; part of the expected net cost in the place of the lifetime value lost.
         */
        EXPECTED_LIFETIME_VALUE_LOST,
        /** Cost of a review verdict. */
        REVIEW_PAID
    }

    /** The non-zero amounts of an entry. */
    static Stream<Posting> of(LedgerEntry entry) {
        long id = entry.eventId();
        return Stream.of(
                        new Posting(id, PostingKind.FRAUD_ATTEMPTED, entry.fraudAttemptedCents()),
                        new Posting(id, PostingKind.FRAUD_LOST, entry.fraudLossCents()),
                        new Posting(id, PostingKind.FRAUD_PREVENTED, entry.fraudPreventedCents()),
                        new Posting(id, PostingKind.HONEST_DELAYED, entry.honestDelayedCents()),
                        new Posting(id, PostingKind.FEE_LOST, entry.feeLossCents()),
                        new Posting(id, PostingKind.OPPORTUNITY_LOST, entry.opportunityLossCents()),
                        new Posting(id, PostingKind.COMPLIANCE_COST, entry.complianceCostCents()))
                .filter(posting -> posting.amountCents() != 0);
    }
}
