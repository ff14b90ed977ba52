package firedrill.dashboard.ledger;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * One order or withdrawal with its decision, ground truth and settlement. The parts arrive from four topics in any order,
 * so each may be missing; {@link LedgerEntry#of} computes the entry from those that are present.
 */
final class DecisionCase {

    final long eventId;
    long amountCents;
    boolean isWithdrawal;
    boolean isRequested;
    boolean isReported;
    boolean isConfirmedFraud;
    long requestedMillis;
    /** Simulated time of an analyst's verdict; 0 without one. */
    long verdictMillis;

    @Nullable Decision decision;

    @Nullable Truth truth;

    @Nullable Settlement settlement;

    /** The entry of the present parts. */
    LedgerEntry entry;

    DecisionCase(long eventId) {
        this.eventId = eventId;
        this.entry = LedgerEntry.empty(eventId);
    }

    void recordRequest(DecisionRequest event) {
        isRequested = true;
        isWithdrawal = event.isWithdrawal();
        amountCents = event.amountCents();
        requestedMillis = event.timeMillis();
    }

    boolean isFraud() {
        return truth != null;
    }

    /** Whether money leaves a victim's account, or illicit money the exchange, if it is let through. */
    boolean isTheftRequest() {
        return isRequested && truth != null && truth.atRiskCents() > 0;
    }

    /** The released part of what was at risk; 0 before the settlement. */
    long takenCents(Truth known) {
        return Math.round(known.atRiskCents() * releasedShare());
    }

    /** Whether friction was applied. */
    boolean isStopped() {
        return decision != null && decision.action().isFriction();
    }

    boolean isBlocked() {
        return decision != null && decision.action() == Action.BLOCK;
    }

    /** Share of the amount that was released, in [0, 1]; 0 before the settlement. */
    double releasedShare() {
        if (settlement == null) {
            return 0;
        }
        return switch (settlement.disposition()) {
            case RELEASED -> 1;
            case LIMITED -> Math.min(1, (double) settlement.amountCents() / amountCents);
            case REFUSED, ABANDONED, RECALLED -> 0;
        };
    }

    /** Whether the operator knows of the fraud, by a report, a verdict or a recall. */
    boolean isKnownFraud() {
        return isReported
                || isConfirmedFraud
                || (settlement != null && settlement.disposition() == Disposition.RECALLED);
    }

    /** Whether an analyst reviewed it. */
    boolean isReviewed() {
        return isRequested && verdictMillis > 0;
    }

    boolean isClosed() {
        return isRequested && decision != null && settlement != null;
    }
}
