package firedrill.dashboard.lab;

import org.jspecify.annotations.Nullable;

/**
 * A part of a run, in numbers. A share of nothing is null.
 *
 * @param fromSeconds simulated, since the opening of the exchange; the part ends where the next begins
 * @param toUsedAddresses share of withdrawals to an address that the user has withdrawn to before
 * @param stopped share of withdrawals that were not simply allowed
 * @param refused share of withdrawals that were blocked
 */
public record Stretch(
        long fromSeconds,
        long orders,
        long deposits,
        long withdrawals,
        @Nullable Double toUsedAddresses,
        @Nullable Double stopped,
        @Nullable Double refused) {}
