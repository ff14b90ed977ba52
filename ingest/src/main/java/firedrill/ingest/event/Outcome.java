package firedrill.ingest.event;

/** What the operator learns after an event: late, incomplete, and limited to what a real exchange would learn. */
public sealed interface Outcome {

    long userId();

    /** When the operator learns it, simulated UTC milliseconds. */
    long timeMillis();

    /** Result of the one function that fits; a new kind does not compile until each caller handles it. */
    <R> R match(OutcomeFunctions<R> functions);

    /**
     * The end of one order or withdrawal; each has exactly one.
     *
     * @param amountCents amount that moved if released or limited, or would have moved otherwise
     * @param opportunityLossCents cost of the price move between request and release to the user, at least 0
     */
    record Settlement(
            long userId,
            long timeMillis,
            long eventId,
            Disposition disposition,
            long amountCents,
            long opportunityLossCents)
            implements Outcome {

        public Settlement {
            require(userId, timeMillis, eventId);
            RangeChecks.requireCents(amountCents, "amountCents");
            RangeChecks.requireCents(opportunityLossCents, "opportunityLossCents");
        }

        @Override
        public <R> R match(OutcomeFunctions<R> functions) {
            return functions.settlement().apply(this);
        }

        /** How the request ended. */
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
    record StepUpResult(long userId, long timeMillis, long eventId, boolean isPassed) implements Outcome {

        public StepUpResult {
            require(userId, timeMillis, eventId);
        }

        @Override
        public <R> R match(OutcomeFunctions<R> functions) {
            return functions.stepUpResult().apply(this);
        }
    }

    /** An honest user complained about how an event of theirs was handled. */
    record Complaint(long userId, long timeMillis, long eventId) implements Outcome {

        public Complaint {
            require(userId, timeMillis, eventId);
        }

        @Override
        public <R> R match(OutcomeFunctions<R> functions) {
            return functions.complaint().apply(this);
        }
    }

    /** A victim reported an event as fraud. */
    record FraudReport(long userId, long timeMillis, long eventId) implements Outcome {

        public FraudReport {
            require(userId, timeMillis, eventId);
        }

        @Override
        public <R> R match(OutcomeFunctions<R> functions) {
            return functions.fraudReport().apply(this);
        }
    }

    /**
     * A user left for a competitor.
     *
     * @param causeEventId the event whose handling caused it; 0 if there is none
     * @param toldByUserId the user whose word of mouth it was; 0 if the event was the user's own
     * @param lifetimeValueCents expected profit that is lost with the user
     * @param peopleTold persons to whom the user tells it
     * @param peopleReached those of them who were customers then
     */
    record Churn(
            long userId,
            long timeMillis,
            long causeEventId,
            long toldByUserId,
            long lifetimeValueCents,
            int peopleTold,
            int peopleReached)
            implements Outcome {

        public Churn {
            requireUser(userId, timeMillis);
            RangeChecks.requireNonNegative(causeEventId, "causeEventId");
            RangeChecks.requireNonNegative(toldByUserId, "toldByUserId");
            RangeChecks.requireCents(lifetimeValueCents, "lifetimeValueCents");
            RangeChecks.requireNonNegative(peopleTold, "peopleTold");
            RangeChecks.requireNonNegative(peopleReached, "peopleReached");
        }

        /** A user who tells nobody. */
        public Churn(long userId, long timeMillis, long causeEventId, long toldByUserId, long lifetimeValueCents) {
            this(userId, timeMillis, causeEventId, toldByUserId, lifetimeValueCents, 0, 0);
        }

        @Override
        public <R> R match(OutcomeFunctions<R> functions) {
            return functions.churn().apply(this);
        }

        public boolean isWordOfMouth() {
            return toldByUserId != 0;
        }
    }

    /**
     * The decision deadline passed, so the fail mode of the exchange applied.
     *
     * @param isFailOpen whether the event went through; if not, it waits for the late decision
     */
    record MissedDeadline(long userId, long timeMillis, long eventId, boolean isFailOpen) implements Outcome {

        public MissedDeadline {
            require(userId, timeMillis, eventId);
        }

        @Override
        public <R> R match(OutcomeFunctions<R> functions) {
            return functions.missedDeadline().apply(this);
        }
    }

    /** An analyst's verdict on a reviewed event. */
    record ReviewVerdict(long userId, long timeMillis, long eventId, boolean isFraud) implements Outcome {

        public ReviewVerdict {
            require(userId, timeMillis, eventId);
        }

        @Override
        public <R> R match(OutcomeFunctions<R> functions) {
            return functions.reviewVerdict().apply(this);
        }
    }

    /**
     * A deposit was reversed by the payer (ACH return or chargeback).
     *
     * @param amountCents amount of the deposit
     * @param shortfallCents part of it that the account no longer holds: the exchange's loss
     */
    record DepositReturn(long userId, long timeMillis, long depositEventId, long amountCents, long shortfallCents)
            implements Outcome {

        public DepositReturn {
            require(userId, timeMillis, depositEventId);
            RangeChecks.requirePositiveCents(amountCents, "amountCents");
            RangeChecks.requireCents(shortfallCents, "shortfallCents");
        }

        @Override
        public <R> R match(OutcomeFunctions<R> functions) {
            return functions.depositReturn().apply(this);
        }
    }

    private static void require(long userId, long timeMillis, long eventId) {
        requireUser(userId, timeMillis);
        RangeChecks.requirePositive(eventId, "eventId");
    }

    private static void requireUser(long userId, long timeMillis) {
        RangeChecks.requirePositive(userId, "userId");
        RangeChecks.requireTime(timeMillis, "timeMillis");
    }
}
