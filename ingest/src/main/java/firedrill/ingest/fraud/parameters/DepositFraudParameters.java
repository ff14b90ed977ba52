package firedrill.ingest.fraud.parameters;

import firedrill.ingest.parameters.CountRange;
import firedrill.ingest.parameters.LogNormal;
import firedrill.ingest.parameters.UniformRange;

/** T9: coins bought with a deposit that is returned later. */
public record DepositFraudParameters(
        double boughtAccountShare,
        UniformRange newAccountAgeDays,
        double cardShare,
        LogNormal amountUsd,
        double minAmountUsd,
        UniformRange depositDelayMinutes,
        double purchaseShare,
        CountRange purchases,
        double preferredCoinShare,
        double immediatePurchaseShare,
        double immediatePurchaseMeanMinutes,
        double laterPurchaseMeanMinutes,
        UniformRange purchaseFraction,
        UniformRange lastPurchaseFraction,
        double dwellMeanMinutes,
        double minFraction,
        LogNormal returnDays) {}
