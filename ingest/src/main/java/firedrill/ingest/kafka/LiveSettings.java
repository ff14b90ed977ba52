package firedrill.ingest.kafka;

import java.time.Duration;

/**
 * Settings of an exchange that runs against the wall clock.
 *
 * @param speed simulated seconds per second, above 0
 * @param deadline time from the publication of a request to the exchange's fail mode
 * @param drainTimeout longest wait for outstanding answers at the end of a run
 * @param maxUnconfirmedRecords unconfirmed records at which simulated time pauses; 50,000 are some 20 MB
 */
public record LiveSettings(double speed, Duration deadline, Duration drainTimeout, long maxUnconfirmedRecords) {

    public static final LiveSettings DEFAULT =
            new LiveSettings(60, Duration.ofMillis(50), Duration.ofSeconds(10), 50_000);

    public LiveSettings {
        if (!(speed > 0 && Double.isFinite(speed))) {
            throw new IllegalArgumentException("speed must be above 0, was " + speed);
        }
        if (maxUnconfirmedRecords < 1) {
            throw new IllegalArgumentException("maxUnconfirmedRecords must be positive, was " + maxUnconfirmedRecords);
        }
        if (deadline.isNegative() || deadline.isZero() || drainTimeout.isNegative()) {
            throw new IllegalArgumentException(
                    "deadline must be above 0 and drainTimeout not negative, were " + deadline + ", " + drainTimeout);
        }
    }

    public LiveSettings withSpeed(double other) {
        return new LiveSettings(other, deadline, drainTimeout, maxUnconfirmedRecords);
    }
}
