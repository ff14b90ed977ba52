package firedrill.ingest.customer;

import firedrill.ingest.account.AddressGenerator;
import firedrill.ingest.customer.reaction.FakeExchangeApi;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.market.Asset;
import firedrill.ingest.parameters.ParameterException;
import firedrill.ingest.parameters.ParameterSet;
import firedrill.ingest.random.RandomSource;

/** Customers with the default parameters at constant prices. */
public final class TestCustomers {

    public static final CustomerParameters PARAMETERS = bind(ParameterSet.load("customer"));

    private TestCustomers() {}

    /** The default parameters with one other value. */
    public static CustomerParameters with(String name, String value) {
        try {
            return bind(ParameterSet.load("customer").with(name, value));
        } catch (ParameterException e) {
            throw new AssertionError(e);
        }
    }

    private static CustomerParameters bind(ParameterSet set) {
        return set.bind("customer", CustomerParameters.class);
    }

    public static AddressGenerator addresses(RandomSource random) {
        return new AddressGenerator(PARAMETERS.addresses(), random);
    }

    public static Population population(int size, RandomSource random) {
        return new Population(
                size,
                PARAMETERS,
                addresses(random),
                random,
                FakeExchangeApi.START,
                asset -> asset == Asset.CASH ? 100 : FakeExchangeApi.PRICE);
    }

    public static CustomerContext context(
            ExchangeApi exchange, Population population, CustomerParameters parameters, RandomSource random) {
        return CustomerContext.of(exchange, population, addresses(random), parameters, random);
    }
}
