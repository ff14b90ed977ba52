package firedrill.ingest.fraud.scheme;

import firedrill.ingest.fraud.parameters.TacticParameters;
import firedrill.ingest.fraud.ring.Tactic.AmountChoice;
import firedrill.ingest.parameters.UniformRange;

/** Fraction of a balance that an attack takes, by the amount choice of its tactic. */
record AmountSizing(TacticParameters parameters) {

    /**
     * Fraction of the balance, in (0, 1].
     *
     * @param minFraction lower bound for the full-balance choice; 1 takes exactly everything
     * @param uniform in (0, 1), selects within the range of the choice
     */
    double fraction(AmountChoice amount, long balanceCents, double minFraction, double uniform) {
        return switch (amount) {
            case FULL_BALANCE -> minFraction >= 1 ? 1 : between(minFraction, 1, uniform);
            case PARTIAL -> between(parameters.partialFraction(), uniform);
            case UNDER_LIMIT ->
                Math.min(
                        1,
                        between(parameters.belowThresholdFraction(), uniform)
                                * thresholdCents(balanceCents)
                                / Math.max(1, balanceCents));
        };
    }

    private static double between(UniformRange range, double uniform) {
        return between(range.min(), range.max(), uniform);
    }

    private static double between(double low, double high, double uniform) {
        return low + (high - low) * uniform;
    }

    /** The largest threshold below the balance; the smallest one if there is none. */
    private double thresholdCents(long balanceCents) {
        double cents = 0;
        for (double usd : parameters.threshold().descendingUsd()) {
            cents = usd * 100;
            if (cents < balanceCents) {
                return cents;
            }
        }
        return cents;
    }
}
