package firedrill.ingest.attack;

import firedrill.ingest.chance.Draws;

/** How much of an account is taken at a time, as the ring's tactic has it. */
final class Share {

    private Share() {}

    /**
     * A fraction of what the account is worth, in (0, 1].
     *
     * @param least if everything is meant to be taken, at least this; above 1 for exactly everything
     */
    static double of(Tactic.Amount amount, long worthCents, double least, Draws draws, long key, long index) {
        return switch (amount) {
            case EVERYTHING -> least >= 1 ? 1 : draws.between(least, 1, key, index);
            case MODEST ->
                draws.between(Assumptions.MODEST_LEAST_FRACTION, Assumptions.MODEST_MOST_FRACTION, key, index);
            case UNDER_LIMIT -> {
                double under = draws.between(Assumptions.LIMIT_LEAST, Assumptions.LIMIT_MOST, key, index);
                yield Math.min(1, under * limitCents(worthCents) / Math.max(1, worthCents));
            }
        };
    }

    /** The largest known limit below this worth; the least of them if there is none. */
    private static double limitCents(long worthCents) {
        for (double limitUsd : Assumptions.LIMITS_USD) {
            if (limitUsd * 100 < worthCents) {
                return limitUsd * 100;
            }
        }
        return Assumptions.LIMITS_USD[Assumptions.LIMITS_USD.length - 1] * 100;
    }
}
