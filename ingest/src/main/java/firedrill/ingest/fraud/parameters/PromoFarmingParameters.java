package firedrill.ingest.fraud.parameters;

import firedrill.ingest.parameters.CountRange;
import firedrill.ingest.parameters.LogNormal;
import firedrill.ingest.parameters.UniformRange;

/** T8: many accounts of one owner claim a promotion. */
public record PromoFarmingParameters(
        Accounts account,
        UniformRange claimDelayMinutes,
        double loginLeadSeconds,
        UniformRange rewardUsd,
        double fundedShare,
        double lateFundingShare,
        UniformRange fundingDelayMinutes,
        LogNormal fundingUsd,
        Trading trade,
        double sellShare,
        double sellMeanMinutes,
        double holdShare,
        UniformRange holdHours,
        double sweepMeanMinutes,
        UniformRange sweepFraction,
        double sharedSweepAddressShare,
        double savedAddressShare) {

    /** Number and age of a farm's accounts. */
    public record Accounts(
            CountRange count,
            double boughtShare,
            double agedShare,
            UniformRange agedDays,
            double newMaxAgeHours,
            double newMinAgeFraction) {}

    /** Trades that a promotion asks for before it pays. */
    public record Trading(
            double share,
            double rewardCoinShare,
            UniformRange delayMinutes,
            UniformRange fraction,
            double volumeShare,
            CountRange roundTripLegs,
            double roundTripMeanMinutes) {}
}
