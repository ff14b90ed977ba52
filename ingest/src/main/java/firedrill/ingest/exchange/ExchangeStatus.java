package firedrill.ingest.exchange;

/**
 * Who is there and what is open, at one moment.
 *
 * @param users honest users that ever were; each is active or has left
 * @param awaitingAnswers orders and withdrawals that nobody has answered yet
 * @param unsettledRequests orders and withdrawals that are not over: awaiting an answer, challenged, held or in review
 * @param pendingReviews cases that no analyst has begun yet
 * @param duplicateAnswers answers to events that did not wait for one, any more or ever; ignored
 * @param unknownAnswers answers to events that were never told; ignored
 */
public record ExchangeStatus(
        int users,
        int activeUsers,
        int departedUsers,
        int awaitingAnswers,
        int unsettledRequests,
        int pendingReviews,
        long duplicateAnswers,
        long unknownAnswers) {}
