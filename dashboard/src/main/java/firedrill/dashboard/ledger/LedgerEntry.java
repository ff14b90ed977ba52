package firedrill.dashboard.ledger;

import firedrill.ingest.event.Truth;

/**
 * Amounts of one order or withdrawal, as far as known: the line of the ledger under its event id. Money in cents.
 *
 * @param fraudAttemptedCents asked for by a thief at a planned request; a retry attempts nothing new
 * @param fraudLossCents stolen and not recovered
 * @param fraudPreventedCents attempted and did not leave; below 0 for a retry that went through, by what left after all
 * @param honestDelayedCents asked for by an honest user, and limited, held or refused
 * @param feeLossCents fees of honest orders that did not happen
 * @param opportunityLossCents adverse price move while an honest user waited: the user's loss, not the exchange's
 * @param complianceCostCents expected penalty for illicit money that was released; nobody's loss by theft
 */
public record LedgerEntry(
        long eventId,
        long fraudAttemptedCents,
        long fraudLossCents,
        long fraudPreventedCents,
        long honestDelayedCents,
        long feeLossCents,
        long opportunityLossCents,
        long complianceCostCents) {

    static LedgerEntry empty(long eventId) {
        return new LedgerEntry(eventId, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Whether the event moved any money for or against the exchange. */
    public boolean isEmpty() {
        return (fraudAttemptedCents
                        | fraudLossCents
                        | fraudPreventedCents
                        | honestDelayedCents
                        | feeLossCents
                        | opportunityLossCents
                        | complianceCostCents)
                == 0;
    }

    static LedgerEntry of(DecisionCase known, Tariff tariff) {
        if (!known.isRequested) {
            return empty(known.eventId);
        }
        var truth = known.truth;
        if (truth == null) {
            return forHonest(known, tariff);
        }
        return truth.isLaundering() ? forLaundering(known, truth, tariff) : forTheft(known, truth, tariff);
    }

    private static LedgerEntry forTheft(DecisionCase known, Truth truth, Tariff tariff) {
        long taken = known.takenCents(truth);
        long attempted = truth.attempt() == 0 ? truth.atRiskCents() : 0;
        long prevented = known.settlement == null ? 0 : attempted - taken;
        return new LedgerEntry(known.eventId, attempted, tariff.unrecoveredCents(taken), prevented, 0, 0, 0, 0);
    }

    private static LedgerEntry forLaundering(DecisionCase known, Truth truth, Tariff tariff) {
        return new LedgerEntry(known.eventId, 0, 0, 0, 0, 0, 0, tariff.penaltyCents(known.takenCents(truth)));
    }

    private static LedgerEntry forHonest(DecisionCase known, Tariff tariff) {
        boolean isLate = known.decision != null
                && switch (known.decision.action()) {
                    case LIMIT, HOLD, REVIEW, BLOCK -> true;
                    case ALLOW, STEP_UP -> false;
                };
        double notReleased = known.settlement == null ? 0 : 1 - known.releasedShare();
        return new LedgerEntry(
                known.eventId,
                0,
                0,
                0,
                isLate ? known.amountCents : 0,
                known.isWithdrawal ? 0 : tariff.orderFeeCents(Math.round(known.amountCents * notReleased)),
                known.settlement == null ? 0 : known.settlement.opportunityLossCents(),
                0);
    }

    /**
     * Fees, recovery, review cost and penalties of the exchange.
     *
     * @param orderFeeBps fee of an order, in basis points of its notional
     * @param recoveryRate share of stolen coins that comes back, in [0, 1]
     * @param reviewCostCents cost of an analyst's verdict
     * @param launderingPenaltyShare expected penalty, as a share of the illicit money that was released, in [0, 1]
     */
    public record Tariff(double orderFeeBps, double recoveryRate, long reviewCostCents, double launderingPenaltyShare) {

        long orderFeeCents(long notionalCents) {
            return Math.round(notionalCents * orderFeeBps / 10_000);
        }

        /** The unrecovered part. */
        public long unrecoveredCents(long stolenCents) {
            return stolenCents - Math.round(stolenCents * recoveryRate);
        }

        long penaltyCents(long releasedCents) {
            return Math.round(releasedCents * launderingPenaltyShare);
        }
    }
}
