package firedrill.ingest.event;

import java.util.function.Function;

/** What the operator learns after an event: late, incomplete, and only what a real exchange would learn. */
public sealed interface Outcome {

    long userId();

    /** When it was learned, simulated UTC milliseconds. */
    long timeMillis();

    /**
     * The end of one order or withdrawal: each gets exactly one.
     *
     * @param amountCents what it moved if released or limited, what it would have moved otherwise
     * @param opportunityLossCents what the price did against the user between asking and release, at least 0
     */
    record Settlement(
            long userId,
            long timeMillis,
            long eventId,
            Disposition disposition,
            long amountCents,
            long opportunityLossCents)
            implements Outcome {

        /** How it ended. */
        public enum Disposition {
            /** The money moved. */
            RELEASED,
            /** A part of it moved. */
            LIMITED,
            /** The exchange refused it. */
            REFUSED,
            /** The user failed the challenge, gave up, or left before the order traded. */
            ABANDONED,
            /** The account's owner recalled it while it was held. */
            RECALLED
        }
    }

    /** A challenge was answered. */
    record StepUpResult(long userId, long timeMillis, long eventId, boolean isPassed) implements Outcome {}

    /** An honest user complained about how an event of theirs was handled. */
    record Complaint(long userId, long timeMillis, long eventId) implements Outcome {}

    /** A victim reported an event as fraud. */
    record FraudReport(long userId, long timeMillis, long eventId) implements Outcome {}

    /**
     * A user left for a competitor.
     *
     * @param causeEventId the event whose handling set it off
     * @param toldByUserId who told this user about it; 0 if the event was the user's own
     * @param lifetimeValueCents what the user would have been worth
     */
    record Churn(long userId, long timeMillis, long causeEventId, long toldByUserId, long lifetimeValueCents)
            implements Outcome {

        public boolean isWordOfMouth() {
            return toldByUserId != 0;
        }
    }

    /**
     * No answer came within the budget, so the exchange's fail mode applied.
     *
     * @param isFailOpen whether it went through; if not, it waits for the late answer
     */
    record MissedDeadline(long userId, long timeMillis, long eventId, boolean isFailOpen) implements Outcome {}

    /** An analyst made up a mind about an event that waited for review. */
    record ReviewVerdict(long userId, long timeMillis, long eventId, boolean isFraud) implements Outcome {}

    /**
     * A deposit was called back by whoever paid it.
     *
     * @param amountCents of the deposit
     * @param shortfallCents what of it the account no longer had: the exchange's loss
     */
    record DepositReturn(long userId, long timeMillis, long depositEventId, long amountCents, long shortfallCents)
            implements Outcome {}

    /** Handles every kind of outcome. */
    default <R> R match(
            Function<? super Settlement, ? extends R> settlement,
            Function<? super StepUpResult, ? extends R> stepUpResult,
            Function<? super Complaint, ? extends R> complaint,
            Function<? super FraudReport, ? extends R> fraudReport,
            Function<? super Churn, ? extends R> departure,
            Function<? super MissedDeadline, ? extends R> missedDeadline,
            Function<? super ReviewVerdict, ? extends R> verdict,
            Function<? super DepositReturn, ? extends R> depositReturned) {
        if (this instanceof Settlement outcome) {
            return settlement.apply(outcome);
        }
        if (this instanceof StepUpResult outcome) {
            return stepUpResult.apply(outcome);
        }
        if (this instanceof Complaint outcome) {
            return complaint.apply(outcome);
        }
        if (this instanceof FraudReport outcome) {
            return fraudReport.apply(outcome);
        }
        if (this instanceof Churn outcome) {
            return departure.apply(outcome);
        }
        if (this instanceof MissedDeadline outcome) {
            return missedDeadline.apply(outcome);
        }
        if (this instanceof ReviewVerdict outcome) {
            return verdict.apply(outcome);
        }
        return depositReturned.apply((DepositReturn) this);
    }
}
