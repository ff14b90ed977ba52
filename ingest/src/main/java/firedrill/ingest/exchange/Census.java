package firedrill.ingest.exchange;

/**
 * Who is there and what is open, at one moment.
 *
 * @param users all that ever were; each is active or has left
 * @param awaitingAnswers orders and withdrawals that nobody has answered yet
 * @param unsettled orders and withdrawals that are not over: awaiting an answer, challenged or held
 * @param repeatedAnswers answers to events that did not wait for one, any more or ever; ignored
 * @param unknownAnswers answers to events that were never told; ignored
 */
public record Census(
        int users,
        int active,
        int left,
        int awaitingAnswers,
        int unsettled,
        long repeatedAnswers,
        long unknownAnswers) {}
