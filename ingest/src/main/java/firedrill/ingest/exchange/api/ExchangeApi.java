package firedrill.ingest.exchange.api;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Login.Factor;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;

/**
 * The exchange's port. Requests take effect at the current simulated time; requests of departed users are ignored.
 */
public interface ExchangeApi {

    /** Minimum of an order or a withdrawal, 10 dollars; smaller ones are ignored. */
    long MIN_AMOUNT_CENTS = 1_000;

    long nowMillis();

    MarketSnapshot market();

    Prices prices();

    /** Schedules a task; tasks at the same time run in order of scheduling. */
    void schedule(long timeMillis, Runnable task);

    void login(User user, ClientSession session, Factor factor);

    void changeCredential(User user, long deviceId, Credential credential);

    /**
     * Credits a deposit of this value.
     *
     * @return the id of the event; 0 if the user has departed and the deposit is returned
     */
    long deposit(User user, Asset asset, long amountCents, DepositSource source);

    /**
     * Reverses a deposit: debits cash, then coins. The shortfall is the exchange's loss. A deposit that was returned at once
     * cannot be reversed.
     *
     * @param depositEventId as {@link #deposit} gave it
     * @param amountCents of the deposit
     */
    void returnDeposit(User user, long depositEventId, long amountCents);

    /**
     * Executes a forced order on a margin position that is no longer covered, immediately and without a decision.
     */
    void liquidate(User user, ClientSession session, OrderIntent order);

    /** Requests an order of the intended amount, or of the available balance if that is less. */
    void placeOrder(Intent intent, OrderIntent order);

    /** Requests a withdrawal of this amount, or of the available balance of the asset if that is less. */
    void withdraw(Intent intent, Asset asset, long addressId, long amountCents);

    /** Publishes an outcome. */
    void publish(Outcome outcome);

    /** Publishes a risk of departure, which the operator does not learn. */
    void publish(DepartureRisk risk);
}
