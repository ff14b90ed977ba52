package firedrill.ingest.exchange;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.account.Wallet;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Login.Factor;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.DepositReturn;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.api.Actor;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.exchange.api.PendingRequest;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.PricePath;
import firedrill.ingest.market.Prices;

/** Where users meet the exchange: turns what they do into events, and sets aside what they ask to move. */
final class ExchangeGateway implements ExchangeApi {

    private final SimulationScheduler agenda;
    private final PricePath prices;
    private final EventIdSequence ids;
    private final ExchangeListener tape;
    private final OrderExecution fills;
    private final ExecutionCostModel costs;
    private final SettlementEngine requests;

    ExchangeGateway(
            SimulationScheduler agenda,
            PricePath prices,
            EventIdSequence ids,
            ExchangeListener tape,
            OrderExecution fills,
            ExecutionCostModel costs,
            SettlementEngine requests) {
        this.agenda = agenda;
        this.prices = prices;
        this.ids = ids;
        this.tape = tape;
        this.fills = fills;
        this.costs = costs;
        this.requests = requests;
    }

    @Override
    public long nowMillis() {
        return agenda.nowMillis();
    }

    @Override
    public MarketSnapshot market() {
        return prices.snapshot();
    }

    @Override
    public Prices prices() {
        return prices;
    }

    @Override
    public void schedule(long timeMillis, Runnable deed) {
        agenda.schedule(timeMillis, deed);
    }

    @Override
    public void login(User user, ClientSession session, Factor factor) {
        if (user.isActive()) {
            tape.onEvent(new Login(
                    ids.next(), user.id(), nowMillis(), market(), session.deviceId(), session.networkId(), factor));
        }
    }

    @Override
    public void changeCredential(User user, long deviceId, Credential credential) {
        if (user.isActive()) {
            tape.onEvent(new CredentialChange(ids.next(), user.id(), nowMillis(), market(), deviceId, credential));
        }
    }

    @Override
    public long deposit(User user, Asset asset, long amountCents, DepositSource source) {
        if (!user.isActive()) {
            return 0;
        }
        user.wallet().credit(asset, asset.quantity(amountCents, prices));
        long id = ids.next();
        tape.onEvent(new Deposit(
                id,
                user.id(),
                nowMillis(),
                market(),
                amountCents,
                source.funding(),
                asset.symbol(),
                source.sourceId(),
                nowMillis() + source.reversibleForMillis()));
        return id;
    }

    @Override
    public void returnDeposit(User user, long depositEventId, long amountCents) {
        long shortfallCents = DepositClawback.debit(user.wallet(), amountCents, prices);
        tape.onOutcome(new DepositReturn(user.id(), nowMillis(), depositEventId, amountCents, shortfallCents));
    }

    @Override
    public void placeOrder(Intent ask, OrderIntent draft) {
        Asset sold = draft.side() == Side.SELL ? draft.asset() : Asset.CASH;
        long holdingsCents = ask.user().wallet().availableCents(sold, prices);
        long cents = Math.min(draft.notionalCents(), holdingsCents);
        if (!ask.user().isActive() || cents < MIN_AMOUNT_CENTS) {
            return;
        }
        long quantity = setAside(ask.user().wallet(), sold, cents, holdingsCents);
        Order event = event(ask.user(), ask.session(), draft, cents, holdingsCents, false);
        submit(new PendingRequest(ask, event, sold, quantity, draft.asset(), prices.priceCents(draft.asset())));
    }

    @Override
    public void liquidate(User user, ClientSession session, OrderIntent draft) {
        Asset sold = draft.side() == Side.SELL ? draft.asset() : Asset.CASH;
        long holdingsCents = user.wallet().availableCents(sold, prices);
        long cents = Math.min(draft.notionalCents(), holdingsCents);
        if (!user.isActive() || cents < MIN_AMOUNT_CENTS) {
            return;
        }
        long quantity = setAside(user.wallet(), sold, cents, holdingsCents);
        Order event = event(user, session, draft, cents, holdingsCents, true);
        fills.execute(user, event, sold, quantity, cents);
        tape.onEvent(event);
    }

    @Override
    public void withdraw(Intent ask, Asset asset, long addressId, long amountCents) {
        Wallet wallet = ask.user().wallet();
        long freeCents = wallet.availableCents(asset, prices);
        long cents = Math.min(amountCents, freeCents);
        if (!ask.user().isActive() || cents < MIN_AMOUNT_CENTS) {
            return;
        }
        long balanceCents = wallet.availableCents(prices);
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
        submit(new PendingRequest(ask, event, asset, quantity, watched, prices.priceCents(watched)));
    }

    @Override
    public void publish(Outcome outcome) {
        tape.onOutcome(outcome);
    }

    private Order event(
            User user, ClientSession session, OrderIntent draft, long cents, long holdingsCents, boolean isForced) {
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
                costs.orderDetails(session, draft, cents, market().depthShare()));
    }

    /** All of it goes as it is, so that rounding leaves no dust. */
    private long setAside(Wallet wallet, Asset asset, long cents, long freeCents) {
        long quantity = cents == freeCents ? wallet.availableQuantity(asset) : asset.quantity(cents, prices);
        wallet.reserve(asset, quantity);
        return quantity;
    }

    private void submit(PendingRequest request) {
        var event = request.event();
        Actor asker = request.intent().actor();
        requests.register(request);
        asker.typology()
                .ifPresent(typology -> tape.onTruth(new Truth(
                        event.id(),
                        event.userId(),
                        event.timeMillis(),
                        typology,
                        asker.atRiskCents(event),
                        asker.ringId())));
        tape.onEvent(event);
    }
}
