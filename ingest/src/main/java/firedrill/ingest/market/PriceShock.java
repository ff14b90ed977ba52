package firedrill.ingest.market;

import java.time.Duration;

/**
 * A declared fall of the index price, even in logarithms over its duration; the price stays down afterwards.
 *
 * @param start since the start of the run, at least 0
 * @param duration above 0; less than a second counts as one
 * @param fallPercent share of the price at the start that is lost, in percent, in (0, 100)
 */
public record PriceShock(Duration start, Duration duration, double fallPercent) {

    public PriceShock {
        if (start.isNegative()) {
            throw new IllegalArgumentException("start must not be negative, was " + start);
        }
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("duration must be positive, was " + duration);
        }
        if (!(fallPercent > 0 && fallPercent < 100)) {
            throw new IllegalArgumentException("fallPercent must lie in (0, 100), was " + fallPercent);
        }
    }
}
