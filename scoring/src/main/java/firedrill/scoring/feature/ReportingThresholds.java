package firedrill.scoring.feature;

/**
 * Amounts at which somebody begins to ask questions: $1,000 and $3,000 (travel rule of the FATF and of the US) and
 * $10,000 (reports of large transactions).
 */
final class ReportingThresholds {

    private static final long[] THRESHOLDS_CENTS = {1_000_00, 3_000_00, 10_000_00};

    /** Whether {@code amountCents} is below one of them, by a tenth at most. */
    static boolean isJustBelow(long amountCents) {
        for (long limit : THRESHOLDS_CENTS) {
            if (amountCents < limit && amountCents >= limit / 10 * 9) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code amountCents} is in the tenth below that band, or in the tenth from the limit on. */
    static boolean isInControlBand(long amountCents) {
        for (long limit : THRESHOLDS_CENTS) {
            if (amountCents >= limit / 10 * 8 && amountCents < limit / 10 * 11) {
                return !isJustBelow(amountCents);
            }
        }
        return false;
    }

    private ReportingThresholds() {}
}
