package firedrill.ingest.customer;

/** Challenges, retries, friendly fraud and the notice that a stopped customer receives. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record FrictionParameters(
        CustomerNotice notice,
        double stepUpPassProbability,
        double stepUpMinSeconds,
        double stepUpExtraMeanSeconds,
        double retryAfterRefusal,
        double retryAfterFailedStepUp,
        double retryMeanMinutes,
        int maxRetries,
        double friendlyFraudRate,
        double friendlyReportMedianHours,
        double friendlyReportSigma) {}
