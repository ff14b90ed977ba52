package firedrill.ingest.fraud.parameters;

import firedrill.ingest.parameters.CountRange;
import firedrill.ingest.parameters.LogNormal;
import firedrill.ingest.parameters.UniformRange;

/**
 * T4: authorised push payment fraud.
 *
 * @param furtherInstalmentShare after each instalment, the probability of another
 */
public record SocialEngineeringParameters(
        CountRange victimCandidates,
        double furtherInstalmentShare,
        int maxInstalments,
        UniformRange instalmentGapHours,
        double depositFirstShare,
        UniformRange depositDelayMinutes,
        LogNormal depositToWealth,
        double maxDepositUsd,
        double bankShare,
        double minFraction,
        double dwellMeanMinutes,
        int addressRotationHours,
        double ownAddressShare,
        double repeatShare,
        UniformRange repeatDelayMinutes) {}
