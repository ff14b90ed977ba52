package firedrill.ingest.fraud.parameters;

import firedrill.ingest.parameters.CountRange;
import firedrill.ingest.parameters.LogNormal;
import firedrill.ingest.parameters.UniformRange;

/** T7: trades with stolen API keys in favour of the ring's beneficiary accounts. */
public record ApiKeyTheftParameters(
        CountRange victims,
        int victimCandidates,
        double activeKeyShare,
        int activeKeyCandidates,
        double viaPlatformShare,
        UniformRange preparationMinutes,
        double windowSeconds,
        UniformRange sellSeconds,
        double minFraction,
        CountRange salesPerCoin,
        CountRange purchases,
        UniformRange purchaseFraction,
        double minPurchaseGapSeconds,
        double beneficiaryMatchShare,
        double marketOffsetBps,
        double recoverableShare,
        Beneficiary beneficiary) {

    /** The ring's side: accounts that hold the thin coin, offer it far above the mid price, and withdraw the proceeds. */
    public record Beneficiary(
            int accountsPerAttack,
            double initialInventoryShare,
            LogNormal inventoryUsd,
            UniformRange offerOffsetBps,
            double loginLeadMinutes,
            double offerLeadMinutes,
            double cashOutMeanMinutes,
            int withdrawals,
            double withdrawalFraction,
            UniformRange withdrawalGapMinutes,
            double savedAddressShare,
            double restockShare,
            UniformRange restockDelayHours) {}
}
