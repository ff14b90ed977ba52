package firedrill.ingest.kafka;

import java.time.Duration;

/**
 * How the exchange runs against the wall clock.
 *
 * @param speed simulated seconds per second, above 0
 * @param deadline how long after its publication an event may wait before the exchange's fail mode applies
 * @param drainTimeout how long to wait, once no more events are told, for the answers that are still due
 * @param maxUnconfirmedRecords records that may wait for the broker before simulated time stands; 50,000 are some 20 MB
 */
public record LiveSettings(double speed, Duration deadline, Duration drainTimeout, long maxUnconfirmedRecords) {

    public static final LiveSettings DEFAULT =
            new LiveSettings(60, Duration.ofMillis(50), Duration.ofSeconds(10), 50_000);

    public LiveSettings {
        if (!(speed > 0 && Double.isFinite(speed))) {
            throw new IllegalArgumentException("speed must be above 0, was " + speed);
        }
        if (maxUnconfirmedRecords < 1) {
            throw new IllegalArgumentException("mostUnconfirmed must be positive, was " + maxUnconfirmedRecords);
        }
        if (deadline.isNegative() || deadline.isZero() || drainTimeout.isNegative()) {
            throw new IllegalArgumentException(
                    "deadline must be above 0 and drain not negative, were " + deadline + ", " + drainTimeout);
        }
    }

    public LiveSettings withSpeed(double chosen) {
        return new LiveSettings(chosen, deadline, drainTimeout, maxUnconfirmedRecords);
    }
}
