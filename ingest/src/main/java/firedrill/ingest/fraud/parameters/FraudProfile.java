package firedrill.ingest.fraud.parameters;

/**
 * Response profile of a typology: what happens once the exchange challenges, holds or releases a request.
 *
 * @param stepUpPassRate share of challenges that are passed
 * @param meanHoursToNotice until the owner notices a held request and recalls it; 0 if the ring owns the account, whose
 *     requests are never recalled
 * @param medianHoursToReport from the release of a request to the report of the fraud
 * @param reportLogSigma standard deviation of the logarithm of that delay
 * @param neverReportedShare share of frauds without a report
 * @param singleCase whether all requests of an attack are reported together, preparatory ones included, as market
 *     surveillance does; otherwise each loss is reported by itself, or never
 */
public record FraudProfile(
        double stepUpPassRate,
        double meanHoursToNotice,
        double medianHoursToReport,
        double reportLogSigma,
        double neverReportedShare,
        boolean singleCase) {

    /** Whether the account belongs to a victim who can recall a held request. */
    public boolean canRecall() {
        return meanHoursToNotice > 0;
    }
}
