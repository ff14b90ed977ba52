package firedrill.dashboard.ledger;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What is known so far of one order or withdrawal. Its parts come from four topics in any order, so each may still be
 * missing; {@link LedgerEntry#of} turns whatever is there into what it amounts to.
 */
final class DecisionCase {

    final long eventId;
    long amountCents;
    boolean isWithdrawal;
    boolean isRequested;
    boolean isReported;
    boolean isConfirmedFraud;

    @Nullable Decision decision;

    @Nullable Truth truth;

    @Nullable Settlement settlement;

    DecisionCase(long eventId) {
        this.eventId = eventId;
    }

    void recordRequest(DecisionRequest event) {
        isRequested = true;
        isWithdrawal = event instanceof Withdrawal;
        amountCents = event.amountCents();
    }

    boolean isFraud() {
        return truth != null;
    }

    /** Whether the user noticed anything. */
    boolean isStopped() {
        return decision != null && decision.action().isFriction();
    }

    boolean isBlocked() {
        return decision != null && decision.action() == Action.BLOCK;
    }

    /** Whether all or a part of it went through. */
    boolean isReleased() {
        return releasedShare() > 0;
    }

    /** What went through, in [0, 1]; 0 while it is not over. */
    double releasedShare() {
        if (settlement == null) {
            return 0;
        }
        return switch (settlement.disposition()) {
            case RELEASED -> 1;
            case LIMITED -> (double) settlement.amountCents() / amountCents;
            case REFUSED, ABANDONED, RECALLED -> 0;
        };
    }

    /** Whether the operator has learned by now that it was fraud. */
    boolean isKnownFraud() {
        return isReported
                || isConfirmedFraud
                || (settlement != null && settlement.disposition() == Disposition.RECALLED);
    }

    boolean isClosed() {
        return isRequested && decision != null && settlement != null;
    }
}
