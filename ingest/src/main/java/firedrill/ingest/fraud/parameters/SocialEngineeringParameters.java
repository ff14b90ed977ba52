package firedrill.ingest.fraud.parameters;

import firedrill.ingest.parameters.LogNormal;
import firedrill.ingest.parameters.UniformRange;

/** T4: authorised push payment fraud. */
public record SocialEngineeringParameters(
        int victimCandidates,
        double depositFirstShare,
        UniformRange depositDelayMinutes,
        LogNormal depositToWealth,
        double bankShare,
        double minFraction,
        double dwellMeanMinutes,
        int addressRotationHours,
        double repeatShare,
        UniformRange repeatDelayMinutes) {}
