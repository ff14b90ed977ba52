package firedrill.ingest.account;

import firedrill.ingest.event.Account.Jurisdiction;
import java.util.Map;

/** Traits of accounts. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record ProfileParameters(
        double lifetimeValueMeanUsd,
        double lifetimeValueSigma,
        double wealthMedianUsd,
        double wealthSigma,
        double wealthToLifetimeValueCorrelation,
        double tradingSigma,
        double tradingToLifetimeValueCorrelation,
        double activitySigma,
        double activeAboveSigma,
        double vipAboveSigma,
        double marketMakerAboveSigma,
        double accountAgeMeanDays,
        double accountAgeMaxDays,
        double newAccountShare,
        double newAccountMeanDays,
        double newAccountMinDays,
        double concentratedShare,
        double concentratedInCoinShare,
        double mixedCoinShareMin,
        double mixedCoinShareSpan,
        double balanceToWealthMedian,
        double balanceToWealthSigma,
        double marketMakerCashShare,
        double sharedDevicePairShare,
        double secondDeviceShare,
        double thirdDeviceShare,
        int maxSavedAddresses,
        double mainIdShare,
        Map<Jurisdiction, Double> jurisdictionShares,
        PreferredCoinShares preferredCoinShares) {

    /** Median of the lifetime value, in dollars, of a log-normal distribution. */
    double lifetimeValueMedianUsd() {
        return lifetimeValueMeanUsd / StrictMath.exp(lifetimeValueSigma * lifetimeValueSigma / 2);
    }

    /** Shares of customers by preferred coin; the rest prefer SOL. */
    public record PreferredCoinShares(double btc, double eth, double thinCoin) {}
}
