package firedrill.dashboard.lab.check;

import firedrill.ingest.event.MarketSnapshot;
import java.time.Duration;

/** Follows the phase of the market along the events of a run, in order of time. */
final class MarketPhaseTracker {

    private static final double SWING_Z = 3;
    private static final long AFTERMATH_MILLIS = Duration.ofHours(6).toMillis();

    private long aftermathUntilMillis = Long.MIN_VALUE;

    /** The phase at an event. */
    MarketPhase observe(MarketSnapshot market, long timeMillis) {
        if (Math.abs(market.returnZ()) > SWING_Z || market.volatilityZ() > SWING_Z) {
            aftermathUntilMillis = timeMillis + AFTERMATH_MILLIS;
            return MarketPhase.MOVING;
        }
        return timeMillis < aftermathUntilMillis ? MarketPhase.AFTERMATH : MarketPhase.CALM;
    }
}
