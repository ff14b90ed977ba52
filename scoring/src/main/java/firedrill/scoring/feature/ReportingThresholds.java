package firedrill.scoring.feature;

/**
 * Reporting thresholds: $1,000 and $3,000 (travel rule of the FATF and of the US), $10,000 (currency transaction
 * reports).
 */
final class ReportingThresholds {

    private static final long[] THRESHOLDS_CENTS = {1_000_00, 3_000_00, 10_000_00};

    /** Whether {@code amountCents} is below a threshold by a tenth of it at most. */
    static boolean isJustBelow(long amountCents) {
        for (long threshold : THRESHOLDS_CENTS) {
            if (amountCents < threshold && amountCents >= threshold / 10 * 9) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code amountCents} is in the tenth below that band, or in the tenth from the threshold on. */
    static boolean isInControlBand(long amountCents) {
        for (long threshold : THRESHOLDS_CENTS) {
            if (amountCents >= threshold / 10 * 8 && amountCents < threshold / 10 * 11) {
                return !isJustBelow(amountCents);
            }
        }
        return false;
    }

    private ReportingThresholds() {}
}
