package firedrill.ingest.exchange;

/**
 * Who is there and what is open, at one moment.
 *
 * @param users honest users that ever were; each is active or has left
 * @param awaitingAnswers orders and withdrawals that nobody has answered yet
 * @param unsettled orders and withdrawals that are not over: awaiting an answer, challenged, held or in review
 * @param waitingForReview cases that no analyst has begun yet
 * @param repeatedAnswers answers to events that did not wait for one, any more or ever; ignored
 * @param unknownAnswers answers to events that were never told; ignored
 */
public record Census(
        int users,
        int active,
        int left,
        int awaitingAnswers,
        int unsettled,
        int waitingForReview,
        long repeatedAnswers,
        long unknownAnswers) {}
