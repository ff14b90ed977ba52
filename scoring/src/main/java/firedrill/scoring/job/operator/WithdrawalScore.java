package firedrill.scoring.job.operator;

/**
 * What the champion thought of one withdrawal.
 *
 * @param timeMillis simulated time of the event
 * @param model which one was champion
 */
public record WithdrawalScore(long timeMillis, double probability, String model) {}
