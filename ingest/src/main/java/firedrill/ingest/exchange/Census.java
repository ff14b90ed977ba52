package firedrill.ingest.exchange;

/**
 * Heads and requests, counted.
 *
 * @param pending requests that are not settled yet
 * @param ignoredAnswers answers to requests that were unknown, answered or settled already
 */
public record Census(int users, int active, int left, int pending, long ignoredAnswers) {}
