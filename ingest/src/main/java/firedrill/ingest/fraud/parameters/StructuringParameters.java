package firedrill.ingest.fraud.parameters;

import firedrill.ingest.parameters.CountRange;
import firedrill.ingest.parameters.UniformRange;

/** T6: withdrawals in portions just below a reporting threshold. */
public record StructuringParameters(
        double recordKeepingShare,
        double travelRuleShare,
        double cautiousMinFraction,
        CountRange portions,
        UniformRange spacingMinutes,
        double jitter,
        int portionsPerSession,
        double loginLeadSeconds,
        double sharedAddressShare,
        double savedAddressShare,
        double singleDepositShare,
        double delayShare,
        UniformRange delayHours) {}
