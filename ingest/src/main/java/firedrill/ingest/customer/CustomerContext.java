package firedrill.ingest.customer;

import firedrill.ingest.account.AddressGenerator;
import firedrill.ingest.account.NetworkGenerator;
import firedrill.ingest.account.SessionGenerator;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.random.RandomSource;

/**
 * Collaborators of the behaviour of accounts: the exchange's port, the accounts, where they connect from and withdraw to,
 * and the parameters and random streams of all of it.
 */
public record CustomerContext(
        ExchangeApi exchange,
        Population population,
        AddressGenerator addresses,
        SessionGenerator sessions,
        CustomerParameters parameters,
        RandomSource random) {

    /** The context with sessions of its own. */
    public static CustomerContext of(
            ExchangeApi exchange,
            Population population,
            AddressGenerator addresses,
            CustomerParameters parameters,
            RandomSource random) {
        var networks = new NetworkGenerator(parameters.networks(), random);
        var sessions = new SessionGenerator(parameters.sessions(), networks, random);
        return new CustomerContext(exchange, population, addresses, sessions, parameters, random);
    }
}
