package firedrill.ingest.market;

import java.time.Duration;

/**
 * A declared move of the index price, even in logarithms over its duration; the price stays there afterwards.
 *
 * @param start since the start of the run, at least 0
 * @param duration above 0; less than a second counts as one
 * @param changePercent change relative to the price at the start, in percent; a fall is negative, above -100; a rise is
 *     positive, at most 100; never 0
 */
public record PriceShock(Duration start, Duration duration, double changePercent) {

    private static final double MAX_RISE_PERCENT = 100;

    public PriceShock {
        if (start.isNegative()) {
            throw new IllegalArgumentException("start must not be negative, was " + start);
        }
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("duration must be positive, was " + duration);
        }
        if (!(changePercent > -100 && changePercent <= MAX_RISE_PERCENT) || changePercent == 0) {
            throw new IllegalArgumentException(
                    "changePercent must lie in (-100, 100] and not be 0, was " + changePercent);
        }
    }
}
