package firedrill.ingest.exchange;

import firedrill.ingest.customer.CustomerParameters;
import firedrill.ingest.fraud.parameters.FraudParameters;
import firedrill.ingest.market.MarketParameters;
import firedrill.ingest.parameters.ParameterException;
import firedrill.ingest.parameters.ParameterSet;
import firedrill.ingest.scenario.Scenario;

/**
 * Parameters of the simulated world: one record per module, and the set that they were bound from.
 *
 * @param set of the modules {@link ParameterSet#WORLD}, and perhaps of others
 */
public record WorldParameters(
        ParameterSet set,
        MarketParameters market,
        CustomerParameters customer,
        FraudParameters fraud,
        ExchangeParameters exchange) {

    /** The values of the files. */
    public static final WorldParameters DEFAULT = bind(ParameterSet.load(ParameterSet.WORLD));

    /**
     * The parameters of {@code set}.
     *
     * @throws ParameterException if overridden values do not fit each other
     */
    public static WorldParameters of(ParameterSet set) throws ParameterException {
        try {
            return bind(set);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The same with the values of a scenario, where nothing else has been set.
     *
     * @throws IllegalArgumentException if the values do not fit each other
     */
    WorldParameters with(Scenario scenario) {
        return scenario.parameters().isEmpty() ? this : bind(set.withFallback(scenario.parameters()));
    }

    /**
     * The same with another value for one parameter.
     *
     * @throws ParameterException as {@link ParameterSet#with}, or if the values do not fit each other
     */
    public WorldParameters with(String name, String text) throws ParameterException {
        return of(set.with(name, text));
    }

    private static WorldParameters bind(ParameterSet set) {
        return new WorldParameters(
                set,
                set.bind("market", MarketParameters.class),
                set.bind("customer", CustomerParameters.class),
                set.bind("fraud", FraudParameters.class),
                set.bind("exchange", ExchangeParameters.class));
    }
}
