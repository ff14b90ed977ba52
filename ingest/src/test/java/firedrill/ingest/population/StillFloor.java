package firedrill.ingest.population;

import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.Market;
import firedrill.ingest.event.Outcome;
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
    public void login(User user, long deviceId) {}

    @Override
    public void changeCredential(User user, long deviceId, Credential credential) {}

    @Override
    public void deposit(User user, long amountCents, Funding funding) {}

    @Override
    public void order(Ask ask, Side side, long notionalCents) {}

    @Override
    public void withdraw(Ask ask, Asset asset, long addressId, long amountCents) {}

    @Override
    public void tell(Outcome outcome) {
        learned.add(outcome);
    }
}
