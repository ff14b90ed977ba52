package firedrill.dashboard.lab;

import org.jspecify.annotations.Nullable;

/**
 * A part of a run, in numbers. A share of nothing is null.
 *
 * @param startSeconds simulated, since the opening of the exchange; the part ends where the next begins
 * @param knownAddressShare share of withdrawals to an address that the user has withdrawn to before
 * @param stoppedShare share of withdrawals that were not simply allowed
 * @param blockedShare share of withdrawals that were blocked
 */
public record Interval(
        long startSeconds,
        long orders,
        long deposits,
        long withdrawals,
        @Nullable Double knownAddressShare,
        @Nullable Double stoppedShare,
        @Nullable Double blockedShare) {}
