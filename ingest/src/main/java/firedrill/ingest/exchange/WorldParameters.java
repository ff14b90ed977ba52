package firedrill.ingest.exchange;

import firedrill.ingest.parameters.ParameterException;
import firedrill.ingest.parameters.ParameterSet;

/**
 * Parameters of the simulated world: one record per module, and the set that they were bound from.
 *
 * @param set of the modules {@link ParameterSet#WORLD}
 */
public record WorldParameters(ParameterSet set, ExchangeParameters exchange) {

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

    private static WorldParameters bind(ParameterSet set) {
        return new WorldParameters(set, set.bind("exchange", ExchangeParameters.class));
    }
}
