package firedrill.dashboard.ledger;

import firedrill.ingest.event.Action;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;

/**
 * Sums over cases. A case is taken out with sign -1 before it changes and put back with +1 after, so that the sums are
 * the same whatever the order in which the parts of a case arrive.
 */
final class LedgerTotals {

    /** A larger loss by one event counts as this in the capped sum, so that no single event decides a comparison. */
    static final long LOSS_CAP_CENTS = 2_000_000;

    final long[] byAction = new long[Action.values().length];
    final long[] byDecider = new long[DecidedBy.values().length];
    final TheftChains thefts = new TheftChains();
    final WaitHistogram reviewWaits = new WaitHistogram();
    final ScoreHistogram scores = new ScoreHistogram();
    long decisions;
    long fraudEvents;
    long honestBlocked;
    long honestStopped;
    final ConfusionMatrix withdrawals = new ConfusionMatrix();
    long attemptedCents;
    long lossCents;
    long cappedLossCents;
    long preventedCents;
    long slippedThroughCents;
    long complianceCents;
    long delayedCents;
    long feeLossCents;
    long opportunityLossCents;
    long knownFrauds;
    long knownFraudsStopped;

    void add(DecisionCase known, LedgerEntry entry, int sign) {
        addMoney(entry, sign);
        thefts.add(known, sign);
        if (known.isReviewed()) {
            reviewWaits.add(known.verdictMillis - known.requestedMillis, sign);
        }
        var decision = known.decision;
        if (!known.isRequested || decision == null) {
            return;
        }
        addDecision(decision, sign);
        if (known.truth != null) {
            fraudEvents += sign;
        } else {
            honestStopped += known.isStopped() ? sign : 0;
            honestBlocked += known.isBlocked() ? sign : 0;
        }
        if (known.isWithdrawal) {
            addWithdrawal(known, decision, sign);
        }
    }

    private void addMoney(LedgerEntry entry, int sign) {
        attemptedCents = SaturatingSum.of(attemptedCents, sign * entry.fraudAttemptedCents());
        lossCents = SaturatingSum.of(lossCents, sign * entry.fraudLossCents());
        cappedLossCents = SaturatingSum.of(cappedLossCents, sign * Math.min(LOSS_CAP_CENTS, entry.fraudLossCents()));
        preventedCents = SaturatingSum.of(preventedCents, sign * entry.fraudPreventedCents());
        slippedThroughCents = SaturatingSum.of(slippedThroughCents, sign * Math.max(0, -entry.fraudPreventedCents()));
        complianceCents = SaturatingSum.of(complianceCents, sign * entry.complianceCostCents());
        delayedCents = SaturatingSum.of(delayedCents, sign * entry.honestDelayedCents());
        feeLossCents = SaturatingSum.of(feeLossCents, sign * entry.feeLossCents());
        opportunityLossCents = SaturatingSum.of(opportunityLossCents, sign * entry.opportunityLossCents());
    }

    private void addDecision(Decision decision, int sign) {
        decisions += sign;
        byAction[decision.action().ordinal()] += sign;
        byDecider[decision.decidedBy().ordinal()] += sign;
    }

    private void addWithdrawal(DecisionCase known, Decision decision, int sign) {
        withdrawals.add(known.isFraud(), known.isStopped(), sign);
        scores.add(decision.probability(), known.isFraud(), sign);
        if (known.isKnownFraud()) {
            knownFrauds += sign;
            knownFraudsStopped += known.isStopped() ? sign : 0;
        }
    }

    /** Withdrawals by ground truth and by whether they were stopped. */
    static final class ConfusionMatrix {

        long truePositives;
        long falseNegatives;
        long falsePositives;
        long trueNegatives;

        void add(boolean isFraud, boolean isStopped, int sign) {
            if (isFraud) {
                truePositives += isStopped ? sign : 0;
                falseNegatives += isStopped ? 0 : sign;
            } else {
                falsePositives += isStopped ? sign : 0;
                trueNegatives += isStopped ? 0 : sign;
            }
        }
    }
}
