package firedrill.ingest.fraud.ring;

/**
 * What happens around a kind of fraud once the exchange does something, or nothing.
 *
 * @param stepUpPassRate share of challenges that are passed, in [0, 1]
 * @param canRecall whether an owner may notice that money is held, and recall it
 * @param meanHoursToNotice until the owner notices
 * @param medianHoursToReport from the money leaving to the report of it
 * @param reportLogSigma standard deviation of the logarithm of that delay
 * @param neverReportedShare share, in [0, 1]
 * @param isSingleCase whether everything that belongs to a strike is found out together, what only prepared it as well: by the
 *     surveillance of the market, or by whoever looks into a raid. If not, each loss is reported by itself, or never
 */
public record FraudProfile(
        double stepUpPassRate,
        boolean canRecall,
        double meanHoursToNotice,
        double medianHoursToReport,
        double reportLogSigma,
        double neverReportedShare,
        boolean isSingleCase) {

    /** Of an account that the fraudsters own: nobody recalls anything. */
    static FraudProfile ofRingAccount(double passesStepUp, double reportMedianHours, double neverReported) {
        return new FraudProfile(passesStepUp, false, 0, reportMedianHours, 1, neverReported);
    }

    /** Each loss is reported by itself. */
    FraudProfile(
            double passesStepUp,
            boolean recalls,
            double noticesMeanHours,
            double reportMedianHours,
            double reportSigma,
            double neverReported) {
        this(passesStepUp, recalls, noticesMeanHours, reportMedianHours, reportSigma, neverReported, false);
    }

    /** The same, but found out as a whole. */
    FraudProfile asSingleCase() {
        return new FraudProfile(
                stepUpPassRate,
                canRecall,
                meanHoursToNotice,
                medianHoursToReport,
                reportLogSigma,
                neverReportedShare,
                true);
    }
}
