package firedrill.dashboard.ledger;

/**
 * What one order or withdrawal amounts to, as far as known: the line of the ledger under its event id. Money in cents.
 *
 * @param fraudLossCents stolen and not recovered
 * @param fraudPreventedCents at risk, and did not leave
 * @param honestDelayedCents asked for by an honest user, and limited, held or refused
 * @param feeLossCents fees of honest orders that did not happen
 * @param opportunityLossCents what the price did against an honest user while waiting: the user's loss, not the exchange's
 */
public record Entry(
        long eventId,
        long fraudAttemptedCents,
        long fraudLossCents,
        long fraudPreventedCents,
        long honestDelayedCents,
        long feeLossCents,
        long opportunityLossCents) {

    static Entry nothing(long eventId) {
        return new Entry(eventId, 0, 0, 0, 0, 0, 0);
    }

    /** Whether the event moved any money for or against the exchange. */
    public boolean isNothing() {
        return equals(nothing(eventId));
    }

    static Entry of(Case known, Tariff tariff) {
        if (!known.isAsked) {
            return nothing(known.eventId);
        }
        return known.truth != null ? ofFraud(known, known.truth.atRiskCents(), tariff) : ofHonest(known, tariff);
    }

    private static Entry ofFraud(Case known, long atRiskCents, Tariff tariff) {
        long left = Math.round(atRiskCents * known.releasedShare());
        long prevented = known.settlement == null ? 0 : atRiskCents - left;
        return new Entry(known.eventId, atRiskCents, tariff.unrecovered(left), prevented, 0, 0, 0);
    }

    private static Entry ofHonest(Case known, Tariff tariff) {
        boolean isLate = known.decision != null
                && switch (known.decision.action()) {
                    case LIMIT, HOLD, REVIEW, BLOCK -> true;
                    case ALLOW, STEP_UP -> false;
                };
        double notReleased = known.settlement == null ? 0 : 1 - known.releasedShare();
        return new Entry(
                known.eventId,
                0,
                0,
                0,
                isLate ? known.amountCents : 0,
                known.isWithdrawal ? 0 : tariff.orderFee(Math.round(known.amountCents * notReleased)),
                known.settlement == null ? 0 : known.settlement.opportunityLossCents());
    }

    /**
     * What the exchange earns and gets back.
     *
     * @param orderFeeBps fee of an order, in basis points of its notional
     * @param recoveredShare share of stolen coins that comes back, in [0, 1]
     * @param reviewCents what an analyst's verdict costs
     */
    public record Tariff(double orderFeeBps, double recoveredShare, long reviewCents) {

        long orderFee(long notionalCents) {
            return Math.round(notionalCents * orderFeeBps / 10_000);
        }

        /** What of it stays lost. */
        public long unrecovered(long stolenCents) {
            return stolenCents - Math.round(stolenCents * recoveredShare);
        }
    }
}
