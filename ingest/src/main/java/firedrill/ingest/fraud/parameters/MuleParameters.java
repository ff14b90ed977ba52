package firedrill.ingest.fraud.parameters;

import firedrill.ingest.parameters.LogNormal;
import firedrill.ingest.parameters.UniformRange;

/** T5: pass-through of illicit funds. */
public record MuleParameters(
        double twoAccountsShare,
        LogNormal amountUsd,
        double cashShare,
        UniformRange depositDelayMinutes,
        UniformRange loginDelayMinutes,
        double loginToActionSeconds,
        double sellShare,
        double sellMeanMinutes,
        double saleLeadSeconds,
        double minFraction,
        double dwellMeanMinutes,
        UniformRange longDwellMinutes) {}
