package firedrill.ingest.customer.reaction;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Login.Factor;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;
import java.util.ArrayList;
import java.util.List;

/** An exchange at a fixed time: scheduled tasks run at once, and published outcomes are kept. */
public final class FakeExchangeApi implements ExchangeApi {

    public static final long START = 1_767_571_200_000L;
    public static final long PRICE = 6_000_000;

    final List<Outcome> outcomes = new ArrayList<>();
    final List<DepartureRisk> risks = new ArrayList<>();
    MarketSnapshot market = new MarketSnapshot(0, 0, PRICE);

    @Override
    public long nowMillis() {
        return START;
    }

    @Override
    public MarketSnapshot market() {
        return market;
    }

    @Override
    public void schedule(long timeMillis, Runnable task) {
        task.run();
    }

    @Override
    public Prices prices() {
        return asset -> asset == Asset.CASH ? 100 : market.priceCents();
    }

    @Override
    public void login(User user, ClientSession session, Factor factor) {}

    @Override
    public void changeCredential(User user, long deviceId, Credential credential) {}

    @Override
    public long deposit(User user, Asset asset, long amountCents, DepositSource source) {
        return 0;
    }

    @Override
    public void returnDeposit(User user, long depositEventId, long amountCents) {}

    @Override
    public void liquidate(User user, ClientSession session, OrderIntent draft) {}

    @Override
    public void placeOrder(Intent ask, OrderIntent draft) {}

    @Override
    public void withdraw(Intent ask, Asset asset, long addressId, long amountCents) {}

    @Override
    public void publish(Outcome outcome) {
        outcomes.add(outcome);
    }

    @Override
    public void publish(DepartureRisk risk) {
        risks.add(risk);
    }
}
