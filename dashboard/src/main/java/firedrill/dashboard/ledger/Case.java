package firedrill.dashboard.ledger;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What is known so far of one order or withdrawal. Its parts come from four topics in any order, so each may still be
 * missing; {@link Entry#of} turns whatever is there into what it amounts to.
 */
final class Case {

    final long eventId;
    long amountCents;
    boolean isWithdrawal;
    boolean isAsked;
    boolean isReported;

    @Nullable Decision decision;

    @Nullable Truth truth;

    @Nullable Settlement settlement;

    Case(long eventId) {
        this.eventId = eventId;
    }

    void asked(Decided event) {
        isAsked = true;
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

    boolean isReleased() {
        return settlement != null && settlement.disposition() == Disposition.RELEASED;
    }

    /** Whether the operator has learned by now that it was fraud. */
    boolean isKnownFraud() {
        return isReported || (settlement != null && settlement.disposition() == Disposition.RECALLED);
    }

    boolean isClosed() {
        return isAsked && decision != null && settlement != null;
    }
}
