package firedrill.scoring.decision;

import firedrill.scoring.drift.Mode;
import java.util.Optional;

/** What the scorer says about itself, on {@code fraud.signals}. */
public sealed interface Signal {

    /** Simulated time. */
    long timeMillis();

    /**
     * One look at the score distribution against the champion's own reference.
     *
     * @param psi population stability index of the window against the reference, at least 0
     * @param criticalValue what the index must exceed to mean anything at this sample size
     * @param sampleSize decisions in the window
     * @param referenceSampleSize decisions in the reference
     */
    record DriftReading(long timeMillis, double psi, double criticalValue, long sampleSize, long referenceSampleSize)
            implements Signal {

        public DriftReading {
            if (!(psi >= 0
                    && psi < Double.POSITIVE_INFINITY
                    && criticalValue >= 0
                    && criticalValue < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "psi and critical must be finite and at least 0, were " + psi + ", " + criticalValue);
            }
            if (sampleSize <= 0 || referenceSampleSize <= 0) {
                throw new IllegalArgumentException("nothing can be read from a sample of " + sampleSize
                        + " against a reference of " + referenceSampleSize);
            }
        }

        public boolean isSignificant() {
            return psi > criticalValue;
        }
    }

    /**
     * Somebody else decides from now on.
     *
     * @param actor {@code "monitor"} or an operator's name
     * @param evidence the monitor's last reading, empty before the first full window
     */
    record ModeChange(long timeMillis, Mode from, Mode to, String actor, String reason, Optional<DriftReading> evidence)
            implements Signal {}

    /**
     * Somebody wanted something that was not done; nothing changed.
     *
     * @param subject a model that was announced, or an order, in words
     * @param actor who wanted it
     * @param reason it was not done, in a sentence without a capital
     */
    record Refusal(long timeMillis, String subject, String actor, String reason) implements Signal {}
}
