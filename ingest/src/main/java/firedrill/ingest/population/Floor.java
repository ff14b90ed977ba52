package firedrill.ingest.population;

import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Login.Factor;
import firedrill.ingest.event.Market;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;

/**
 * What anybody can do at the exchange, honest or not. Everything happens now; what is done in the name of a user who has
 * left does not happen.
 */
public interface Floor {

    /** An order or a withdrawal below this is not made: 10 dollars. */
    long LEAST_CENTS = 1_000;

    long nowMillis();

    Market market();

    Prices prices();

    /** Does something later; of things at the same time the first said is the first done. */
    void at(long timeMillis, Runnable deed);

    void login(User user, Session session, Factor factor);

    void changeCredential(User user, long deviceId, Credential credential);

    /** Money arrives, worth this much. */
    void deposit(User user, Asset asset, long amountCents, Source source);

    /** Asks for an order of as much as the draft says, or of all there is if that is less. */
    void order(Ask ask, Draft draft);

    /** Asks for a withdrawal of this much of an asset, or of all there is if that is less. */
    void withdraw(Ask ask, Asset asset, long addressId, long amountCents);

    /** Lets the operator learn something. */
    void tell(Outcome outcome);
}
