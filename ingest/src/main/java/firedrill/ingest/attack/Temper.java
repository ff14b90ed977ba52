package firedrill.ingest.attack;

/**
 * What happens around a kind of fraud once the exchange does something, or nothing.
 *
 * @param passesStepUp share of challenges that are passed, in [0, 1]
 * @param recalls whether an owner may notice that money is held, and recall it
 * @param noticesMeanHours until the owner notices
 * @param reportMedianHours from the money leaving to the report of it
 * @param reportSigma standard deviation of the logarithm of that delay
 * @param neverReported share, in [0, 1]
 * @param isOneCase whether everything that belongs to a strike is found out together, what only prepared it as well: by the
 *     surveillance of the market, or by whoever looks into a raid. If not, each loss is reported by itself, or never
 */
record Temper(
        double passesStepUp,
        boolean recalls,
        double noticesMeanHours,
        double reportMedianHours,
        double reportSigma,
        double neverReported,
        boolean isOneCase) {

    /** Of an account that the fraudsters own: nobody recalls anything. */
    static Temper ofOwnAccount(double passesStepUp, double reportMedianHours, double neverReported) {
        return new Temper(passesStepUp, false, 0, reportMedianHours, 1, neverReported);
    }

    /** Each loss is reported by itself. */
    Temper(
            double passesStepUp,
            boolean recalls,
            double noticesMeanHours,
            double reportMedianHours,
            double reportSigma,
            double neverReported) {
        this(passesStepUp, recalls, noticesMeanHours, reportMedianHours, reportSigma, neverReported, false);
    }

    /** The same, but found out as a whole. */
    Temper asOneCase() {
        return new Temper(passesStepUp, recalls, noticesMeanHours, reportMedianHours, reportSigma, neverReported, true);
    }
}
