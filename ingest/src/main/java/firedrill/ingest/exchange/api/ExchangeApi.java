package firedrill.ingest.exchange.api;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Login.Factor;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;

/**
 * What anybody can do at the exchange, honest or not. Everything happens now; what is done in the name of a user who has
 * left does not happen.
 */
public interface ExchangeApi {

    /** An order or a withdrawal below this is not made: 10 dollars. */
    long MIN_AMOUNT_CENTS = 1_000;

    long nowMillis();

    MarketSnapshot market();

    Prices prices();

    /** Does something later; of things at the same time the first said is the first done. */
    void schedule(long timeMillis, Runnable deed);

    void login(User user, ClientSession session, Factor factor);

    void changeCredential(User user, long deviceId, Credential credential);

    /**
     * Money arrives, worth this much.
     *
     * @return the id of the event; 0 if the user has left, whose money is sent back
     */
    long deposit(User user, Asset asset, long amountCents, DepositSource source);

    /**
     * A deposit is called back: the account pays it in cash, then in coins; what it no longer has is the exchange's loss.
     *
     * @param amountCents of the deposit
     */
    void returnDeposit(User user, long depositEventId, long amountCents);

    /**
     * An order that the exchange makes in the user's name, because what the user borrowed is no longer covered. It
     * happens at once and nobody is asked.
     */
    void liquidate(User user, ClientSession session, OrderIntent draft);

    /** Asks for an order of as much as the draft says, or of all there is if that is less. */
    void placeOrder(Intent ask, OrderIntent draft);

    /** Asks for a withdrawal of this much of an asset, or of all there is if that is less. */
    void withdraw(Intent ask, Asset asset, long addressId, long amountCents);

    /** Lets the operator learn something. */
    void publish(Outcome outcome);
}
