package firedrill.ingest.scenario;

import java.util.function.Function;

/**
 * A distortion of the simulated market or input; never a switch in the scorer or the ledger. The index price moves evenly, in
 * logarithms, for the duration of the incident, and stays where it is afterwards. The market is in the stress regime meanwhile.
 */
public sealed interface Incident {

    /** Handles every kind of incident; a new kind does not compile until each caller handles it. */
    <R> R match(Function<? super PriceFall, ? extends R> priceFall, Function<? super PriceRise, ? extends R> priceRise);

    /**
     * The index price falls.
     *
     * @param percent share of the price at the start that is lost, in percent, in (0, 95]
     */
    record PriceFall(double percent) implements Incident {

        private static final double MAX_PERCENT = 95;

        public PriceFall {
            requirePercent(percent, MAX_PERCENT);
        }

        @Override
        public <R> R match(
                Function<? super PriceFall, ? extends R> priceFall,
                Function<? super PriceRise, ? extends R> priceRise) {
            return priceFall.apply(this);
        }
    }

    /**
     * The index price rises.
     *
     * @param percent share of the price at the start that is gained, in percent, in (0, 100]
     */
    record PriceRise(double percent) implements Incident {

        private static final double MAX_PERCENT = 100;

        public PriceRise {
            requirePercent(percent, MAX_PERCENT);
        }

        @Override
        public <R> R match(
                Function<? super PriceFall, ? extends R> priceFall,
                Function<? super PriceRise, ? extends R> priceRise) {
            return priceRise.apply(this);
        }
    }

    private static void requirePercent(double percent, double max) {
        // The message begins with the key of the scenario file, by which ScenarioFile finds the line.
        if (!(percent > 0 && percent <= max)) {
            throw new IllegalArgumentException("percent must be above 0 and at most " + (int) max + ", was " + percent);
        }
    }
}
