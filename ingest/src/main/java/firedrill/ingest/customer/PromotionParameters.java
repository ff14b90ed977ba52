package firedrill.ingest.customer;

import firedrill.ingest.parameters.UniformRange;

/** Promotions and their rewards. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record PromotionParameters(
        double occasionalClaim,
        double rewardMedianUsd,
        double rewardSigma,
        double requiresTrade,
        UniformRange tradeFraction,
        UniformRange tradeToRewardMinutes,
        double soldShare,
        UniformRange rewardToSaleMinutes,
        double withdrawnShare,
        UniformRange rewardToWithdrawalMinutes,
        int campaignDays,
        int concurrentCampaigns) {}
