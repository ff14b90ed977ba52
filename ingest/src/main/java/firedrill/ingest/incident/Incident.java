package firedrill.ingest.incident;

import java.time.Duration;

/** A named distortion of the world. */
public sealed interface Incident {

    /** In the words that the page shows. */
    String describe();

    /**
     * The market falls; what people do about it is up to them.
     *
     * @param percent how far, in (0, 100)
     */
    record PriceFall(double percent) implements Incident {
        public PriceFall {
            if (!(percent > 0 && percent < 100)) {
                throw new IllegalArgumentException("percent must be in (0, 100), was " + percent);
            }
        }

        @Override
        public String describe() {
            return "the price falls " + Math.round(percent) + " %";
        }
    }

    /**
     * An incident on the timeline.
     *
     * @param at when it begins, from the start of the run
     * @param lasting how long it takes, above 0
     */
    record Scheduled(Incident incident, Duration at, Duration lasting) {
        public Scheduled {
            if (at.isNegative()) {
                throw new IllegalArgumentException("at must not be negative, was " + at);
            }
            if (lasting.isNegative() || lasting.isZero()) {
                throw new IllegalArgumentException("lasting must be above 0, was " + lasting);
            }
        }
    }
}
