package firedrill.ingest.exchange;

/**
 * Users and open requests at one moment.
 *
 * @param users customers since the start, active or departed
 * @param awaitingAnswers orders and withdrawals without an answer
 * @param unsettledRequests orders and withdrawals that await an answer or are challenged, held or in review
 * @param pendingReviews cases that no analyst has begun
 * @param duplicateAnswers answers to events that do not await one; ignored
 * @param unknownAnswers answers to events that were never published; ignored
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
