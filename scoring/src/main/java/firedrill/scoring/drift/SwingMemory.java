package firedrill.scoring.drift;

/**
 * Remembers when the market last swung. Customers behave differently in a swing and for hours after it, so scores of that
 * time tell nothing about the model.
 *
 * <p>A function of the scores alone, in event time. A time that lies further back than the memory is long starts it anew: a
 * run began, or one score had a time of the future.
 */
final class SwingMemory {

    private static final long NEVER = -1;
    private static final long MINUTE_MILLIS = 60_000;

    private final DriftSettings settings;
    private final long memoryMillis;
    private long lastSwingMillis = NEVER;

    SwingMemory(DriftSettings settings) {
        this.settings = settings;
        this.memoryMillis = settings.swingMemoryMinutes() * MINUTE_MILLIS;
    }

    /**
     * Adds the market of one score.
     *
     * @return whether it is calm, and was so for as long as the memory reaches
     */
    boolean isCalm(double returnZ, double volatilityZ, long timeMillis) {
        if (lastSwingMillis - timeMillis > memoryMillis) {
            lastSwingMillis = NEVER;
        }
        if (Math.abs(returnZ) > settings.calmReturnZ() || volatilityZ > settings.calmVolatilityZ()) {
            lastSwingMillis = Math.max(lastSwingMillis, timeMillis);
            return false;
        }
        return lastSwingMillis == NEVER || timeMillis - lastSwingMillis > memoryMillis;
    }

    /** The state for a restart. */
    long save() {
        return lastSwingMillis;
    }

    void restore(long saved) {
        lastSwingMillis = saved;
    }
}
