package firedrill.ingest.population;

import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Login.Factor;
import firedrill.ingest.event.Market;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;
import java.util.ArrayList;
import java.util.List;

/** A floor on which time stands still: what is to be done later is done at once, and what is learned is kept. */
final class StillFloor implements Floor {

    static final long START = 1_767_571_200_000L;
    static final long PRICE = 6_000_000;

    final List<Outcome> learned = new ArrayList<>();
    Market market = new Market(0, 0, PRICE);

    @Override
    public long nowMillis() {
        return START;
    }

    @Override
    public Market market() {
        return market;
    }

    @Override
    public void at(long timeMillis, Runnable deed) {
        deed.run();
    }

    @Override
    public Prices prices() {
        return asset -> asset == Asset.CASH ? 100 : market.priceCents();
    }

    @Override
    public void login(User user, Session session, Factor factor) {}

    @Override
    public void changeCredential(User user, long deviceId, Credential credential) {}

    @Override
    public long deposit(User user, Asset asset, long amountCents, Source source) {
        return 0;
    }

    @Override
    public void takeBack(User user, long depositEventId, long amountCents) {}

    @Override
    public void liquidate(User user, Session session, Draft draft) {}

    @Override
    public void order(Ask ask, Draft draft) {}

    @Override
    public void withdraw(Ask ask, Asset asset, long addressId, long amountCents) {}

    @Override
    public void tell(Outcome outcome) {
        learned.add(outcome);
    }
}
