package firedrill.scoring.decision;

import java.util.Optional;

/** What the scorer says about itself, on {@code fraud.signals}. */
public sealed interface Signal {

    /** Simulated time. */
    long timeMillis();

    /**
     * One look at the score distribution against the champion's own reference.
     *
     * @param psi population stability index of the window against the reference, at least 0
     * @param critical what the index must exceed to mean anything at this sample size
     * @param sample decisions in the window
     * @param referenceSample decisions in the reference
     */
    record DriftReading(long timeMillis, double psi, double critical, long sample, long referenceSample)
            implements Signal {

        public DriftReading {
            if (!(psi >= 0 && psi < Double.POSITIVE_INFINITY && critical >= 0 && critical < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "psi and critical must be finite and at least 0, were " + psi + ", " + critical);
            }
            if (sample <= 0 || referenceSample <= 0) {
                throw new IllegalArgumentException("nothing can be read from a sample of " + sample
                        + " against a reference of " + referenceSample);
            }
        }

        public boolean isSignificant() {
            return psi > critical;
        }
    }

    /**
     * Somebody else decides from now on.
     *
     * @param by {@code "monitor"} or an operator's name
     * @param evidence the monitor's last reading, empty before the first full window
     */
    record ModeChange(long timeMillis, Mode from, Mode to, String by, String why, Optional<DriftReading> evidence)
            implements Signal {}

    /**
     * Somebody wanted something that was not done; nothing changed.
     *
     * @param what a model that was announced, or an order, in words
     * @param by who wanted it
     * @param why it was not done, in a sentence without a capital
     */
    record Refusal(long timeMillis, String what, String by, String why) implements Signal {}
}
