package firedrill.ingest.exchange;

import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Login.Factor;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Market;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.DepositReturned;
import firedrill.ingest.event.Truth;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.PricePath;
import firedrill.ingest.market.Prices;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Asker;
import firedrill.ingest.population.Draft;
import firedrill.ingest.population.Floor;
import firedrill.ingest.population.Request;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.Source;
import firedrill.ingest.population.User;
import firedrill.ingest.population.Wallet;

/** Where users meet the exchange: turns what they do into events, and sets aside what they ask to move. */
final class Desk implements Floor {

    private final Agenda agenda;
    private final PricePath prices;
    private final Ids ids;
    private final Tape tape;
    private final Fills fills;
    private final Requests requests;

    Desk(Agenda agenda, PricePath prices, Ids ids, Tape tape, Fills fills, Requests requests) {
        this.agenda = agenda;
        this.prices = prices;
        this.ids = ids;
        this.tape = tape;
        this.fills = fills;
        this.requests = requests;
    }

    @Override
    public long nowMillis() {
        return agenda.nowMillis();
    }

    @Override
    public Market market() {
        return prices.now();
    }

    @Override
    public Prices prices() {
        return prices;
    }

    @Override
    public void at(long timeMillis, Runnable deed) {
        agenda.at(timeMillis, deed);
    }

    @Override
    public void login(User user, Session session, Factor factor) {
        if (user.isActive()) {
            tape.event(new Login(
                    ids.next(), user.id(), nowMillis(), market(), session.deviceId(), session.networkId(), factor));
        }
    }

    @Override
    public void changeCredential(User user, long deviceId, Credential credential) {
        if (user.isActive()) {
            tape.event(new CredentialChange(ids.next(), user.id(), nowMillis(), market(), deviceId, credential));
        }
    }

    @Override
    public long deposit(User user, Asset asset, long amountCents, Source source) {
        if (!user.isActive()) {
            return 0;
        }
        user.wallet().add(asset, asset.quantity(amountCents, prices));
        long id = ids.next();
        tape.event(new Deposit(
                id,
                user.id(),
                nowMillis(),
                market(),
                amountCents,
                source.funding(),
                asset.symbol(),
                source.id(),
                nowMillis() + source.finalAfterMillis()));
        return id;
    }

    @Override
    public void takeBack(User user, long depositEventId, long amountCents) {
        long shortfallCents = Clawback.from(user.wallet(), amountCents, prices);
        tape.outcome(new DepositReturned(user.id(), nowMillis(), depositEventId, amountCents, shortfallCents));
    }

    @Override
    public void order(Ask ask, Draft draft) {
        Asset sold = draft.side() == Side.SELL ? draft.asset() : Asset.CASH;
        long holdingsCents = ask.user().wallet().freeCents(sold, prices);
        long cents = Math.min(draft.notionalCents(), holdingsCents);
        if (!ask.user().isActive() || cents < LEAST_CENTS) {
            return;
        }
        long quantity = setAside(ask.user().wallet(), sold, cents, holdingsCents);
        Order event = event(ask.user(), ask.session(), draft, cents, holdingsCents, false);
        submit(new Request(ask, event, sold, quantity, draft.asset(), prices.centsOf(draft.asset())));
    }

    @Override
    public void liquidate(User user, Session session, Draft draft) {
        Asset sold = draft.side() == Side.SELL ? draft.asset() : Asset.CASH;
        long holdingsCents = user.wallet().freeCents(sold, prices);
        long cents = Math.min(draft.notionalCents(), holdingsCents);
        if (!user.isActive() || cents < LEAST_CENTS) {
            return;
        }
        long quantity = setAside(user.wallet(), sold, cents, holdingsCents);
        Order event = event(user, session, draft, cents, holdingsCents, true);
        fills.fill(user, event, sold, quantity, cents);
        tape.event(event);
    }

    @Override
    public void withdraw(Ask ask, Asset asset, long addressId, long amountCents) {
        Wallet wallet = ask.user().wallet();
        long freeCents = wallet.freeCents(asset, prices);
        long cents = Math.min(amountCents, freeCents);
        if (!ask.user().isActive() || cents < LEAST_CENTS) {
            return;
        }
        long balanceCents = wallet.freeCents(prices);
        long quantity = setAside(wallet, asset, cents, freeCents);
        var event = new Withdrawal(
                ids.next(),
                ask.user().id(),
                nowMillis(),
                market(),
                ask.user().account(),
                ask.session().deviceId(),
                addressId,
                asset.symbol(),
                cents,
                balanceCents,
                false,
                ask.session().networkId(),
                ask.secondFactor());
        Asset watched = asset == Asset.CASH ? Asset.BTC : asset;
        submit(new Request(ask, event, asset, quantity, watched, prices.centsOf(watched)));
    }

    @Override
    public void tell(Outcome outcome) {
        tape.outcome(outcome);
    }

    private Order event(User user, Session session, Draft draft, long cents, long holdingsCents, boolean isForced) {
        return new Order(
                ids.next(),
                user.id(),
                nowMillis(),
                market(),
                user.account(),
                session.deviceId(),
                draft.asset().pair(),
                draft.side(),
                cents,
                holdingsCents,
                isForced,
                Book.ticket(session, draft, cents, market().depthShare()));
    }

    /** All of it goes as it is, so that rounding leaves no dust. */
    private long setAside(Wallet wallet, Asset asset, long cents, long freeCents) {
        long quantity = cents == freeCents ? wallet.free(asset) : asset.quantity(cents, prices);
        wallet.setAside(asset, quantity);
        return quantity;
    }

    private void submit(Request request) {
        var event = request.event();
        Asker asker = request.ask().asker();
        requests.await(request);
        asker.typology()
                .ifPresent(typology -> tape.truth(new Truth(
                        event.id(),
                        event.userId(),
                        event.timeMillis(),
                        typology,
                        asker.atRiskCents(event),
                        asker.ringId())));
        tape.event(event);
    }
}
