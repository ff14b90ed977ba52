package firedrill.ingest.fraud.parameters;

/** What an attacker does when a withdrawal is refused, limited or challenged. */
public record RetryParameters(
        double stepUpMeanSeconds,
        double share,
        int maxAttempts,
        double meanMinutes,
        double smallerAmountShare,
        double smallerAmountRatio,
        double otherDeviceShare,
        double otherAddressShare) {}
