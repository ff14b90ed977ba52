package firedrill.ingest.scenario;

import java.util.function.Function;

/** A distortion of the simulated market or input; never a switch in the scorer or the ledger. */
public sealed interface Incident {

    /** Handles every kind of incident; a new kind does not compile until each caller handles it. */
    <R> R match(Function<? super PriceFall, ? extends R> priceFall);

    /**
     * The index price falls evenly, in logarithms, for the duration of the incident, and stays down. The market is in the
     * stress regime meanwhile.
     *
     * @param percent share of the price at the start that is lost, in percent, in (0, 95]
     */
    record PriceFall(double percent) implements Incident {

        private static final double MAX_PERCENT = 95;

        public PriceFall {
            if (!(percent > 0 && percent <= MAX_PERCENT)) {
                throw new IllegalArgumentException(
                        "percent must be above 0 and at most " + (int) MAX_PERCENT + ", was " + percent);
            }
        }

        @Override
        public <R> R match(Function<? super PriceFall, ? extends R> priceFall) {
            return priceFall.apply(this);
        }
    }
}
