package firedrill.ingest.population;

import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.Market;
import firedrill.ingest.event.Outcome;

/** What anybody, honest or not, can do at the exchange; everything happens now, in simulated time. */
public interface Venue {

    long nowMillis();

    Market market();

    /** Has {@code action} done at {@code timeMillis}, or now if that is past. */
    void at(long timeMillis, Runnable action);

    void login(Member member, long deviceId);

    void changeCredential(Member member, long deviceId, Credential credential);

    void deposit(Member member, long cents, Funding funding);

    /** Asks for an order; nothing happens if the account has not that much to give. */
    void order(Member member, long deviceId, Side side, long cents, Asker asker);

    /** Asks for a withdrawal; nothing happens if the account has not that much to give. */
    void withdraw(Member member, long deviceId, long addressId, long cents, Asker asker);

    /** Lets the operator learn something. */
    void tell(Outcome outcome);
}
