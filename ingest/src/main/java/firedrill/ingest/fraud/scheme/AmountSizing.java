package firedrill.ingest.fraud.scheme;

import firedrill.ingest.fraud.ring.Tactic;
import firedrill.ingest.fraud.ring.TypologyParameters;

/** How much of an account is taken at a time, as the ring's tactic has it. */
final class AmountSizing {

    private AmountSizing() {}

    /**
     * A fraction of what the account is worth, in (0, 1].
     *
     * @param least if everything is meant to be taken, at least this; above 1 for exactly everything
     * @param uniform in (0, 1), which decides within the tactic's range
     */
    static double fraction(Tactic.AmountChoice amount, long worthCents, double least, double uniform) {
        return switch (amount) {
            case FULL_BALANCE -> least >= 1 ? 1 : between(least, 1, uniform);
            case PARTIAL ->
                between(TypologyParameters.PARTIAL_MIN_FRACTION, TypologyParameters.PARTIAL_MAX_FRACTION, uniform);
            case UNDER_LIMIT -> {
                double under =
                        between(TypologyParameters.LIMIT_MIN_FRACTION, TypologyParameters.LIMIT_MAX_FRACTION, uniform);
                yield Math.min(1, under * limitCents(worthCents) / Math.max(1, worthCents));
            }
        };
    }

    private static double between(double low, double high, double uniform) {
        return low + (high - low) * uniform;
    }

    /** The largest known limit below this worth; the least of them if there is none. */
    private static double limitCents(long worthCents) {
        for (double limitUsd : TypologyParameters.LIMITS_USD) {
            if (limitUsd * 100 < worthCents) {
                return limitUsd * 100;
            }
        }
        return TypologyParameters.LIMITS_USD[TypologyParameters.LIMITS_USD.length - 1] * 100;
    }
}
