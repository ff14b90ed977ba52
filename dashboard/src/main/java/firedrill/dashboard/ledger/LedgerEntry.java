package firedrill.dashboard.ledger;

/**
 * Amounts of one order or withdrawal, as far as known: the line of the ledger under its event id. Money in cents.
 *
 * @param fraudLossCents stolen and not recovered
 * @param fraudPreventedCents at risk, and did not leave
 * @param honestDelayedCents asked for by an honest user, and limited, held or refused
 * @param feeLossCents fees of honest orders that did not happen
 * @param opportunityLossCents adverse price move while an honest user waited: the user's loss, not the exchange's
 */
public record LedgerEntry(
        long eventId,
        long fraudAttemptedCents,
        long fraudLossCents,
        long fraudPreventedCents,
        long honestDelayedCents,
        long feeLossCents,
        long opportunityLossCents) {

    static LedgerEntry empty(long eventId) {
        return new LedgerEntry(eventId, 0, 0, 0, 0, 0, 0);
    }

    /** Whether the event moved any money for or against the exchange. */
    public boolean isEmpty() {
        return (fraudAttemptedCents
                        | fraudLossCents
                        | fraudPreventedCents
                        | honestDelayedCents
                        | feeLossCents
                        | opportunityLossCents)
                == 0;
    }

    static LedgerEntry of(DecisionCase known, Tariff tariff) {
        if (!known.isRequested) {
            return empty(known.eventId);
        }
        return known.truth != null ? forFraud(known, known.truth.atRiskCents(), tariff) : forHonest(known, tariff);
    }

    private static LedgerEntry forFraud(DecisionCase known, long atRiskCents, Tariff tariff) {
        long left = Math.round(atRiskCents * known.releasedShare());
        long prevented = known.settlement == null ? 0 : atRiskCents - left;
        return new LedgerEntry(known.eventId, atRiskCents, tariff.unrecoveredCents(left), prevented, 0, 0, 0);
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
                known.settlement == null ? 0 : known.settlement.opportunityLossCents());
    }

    /**
     * Fees, recovery and review cost of the exchange.
     *
     * @param orderFeeBps fee of an order, in basis points of its notional
     * @param recoveryRate share of stolen coins that comes back, in [0, 1]
     * @param reviewCostCents cost of an analyst's verdict
     */
    public record Tariff(double orderFeeBps, double recoveryRate, long reviewCostCents) {

        long orderFeeCents(long notionalCents) {
            return Math.round(notionalCents * orderFeeBps / 10_000);
        }

        /** The unrecovered part. */
        public long unrecoveredCents(long stolenCents) {
            return stolenCents - Math.round(stolenCents * recoveryRate);
        }
    }
}
