package firedrill.ingest.fraud.parameters;

import firedrill.ingest.parameters.CountRange;
import firedrill.ingest.parameters.UniformRange;

/** T1 and T2: account takeover and SIM swap. */
public record TakeoverParameters(
        CountRange victimCandidates,
        double changeCredentialShare,
        double changeInOwnerSessionShare,
        UniformRange changeDelayMinutes,
        double changedPasswordShare,
        double changedTwoFactorShare,
        double sessionTimeoutMinutes,
        double dwellMeanMinutes,
        double sellFirstShare,
        UniformRange saleDelayMinutes,
        UniformRange withdrawalDelayMinutes,
        double oneWithdrawalShare,
        double twoWithdrawalsShare,
        double betweenWithdrawalsMeanMinutes,
        double remainderWithdrawalShare,
        SimSwap simSwap) {

    /** What differs when the victim's telephone number was taken over first. */
    public record SimSwap(
            CountRange victimCandidates,
            double changeCredentialShare,
            double changedPasswordShare,
            double changedEmailShare,
            double reportedShare,
            UniformRange toLoginMinutes) {}
}
