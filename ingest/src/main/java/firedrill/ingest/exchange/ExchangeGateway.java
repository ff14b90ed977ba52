package firedrill.ingest.exchange;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.account.Wallet;
import firedrill.ingest.event.DepartureRisk;
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

/** Implements the port: validates requests, reserves funds, emits events. */
final class ExchangeGateway implements ExchangeApi {

    private final SimulationScheduler scheduler;
    private final PricePath prices;
    private final EventIdSequence ids;
    private final ExchangeListener listener;
    private final OrderExecution execution;
    private final ExecutionCostModel costs;
    private final SettlementEngine settlement;
    private boolean isClosed;

    ExchangeGateway(
            SimulationScheduler scheduler,
            PricePath prices,
            EventIdSequence ids,
            ExchangeListener listener,
            OrderExecution execution,
            ExecutionCostModel costs,
            SettlementEngine settlement) {
        this.scheduler = scheduler;
        this.prices = prices;
        this.ids = ids;
        this.listener = listener;
        this.execution = execution;
        this.costs = costs;
        this.settlement = settlement;
    }

    /** From now on every request is ignored, as that of a departed user is; deposits are returned. */
    void close() {
        isClosed = true;
    }

    private boolean isServed(User user) {
        return user.isActive() && !isClosed;
    }

    @Override
    public long nowMillis() {
        return scheduler.nowMillis();
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
    public void schedule(long timeMillis, Runnable task) {
        scheduler.schedule(timeMillis, task);
    }

    @Override
    public void login(User user, ClientSession session, Factor factor) {
        if (isServed(user)) {
            listener.onEvent(new Login(
                    ids.next(), user.id(), nowMillis(), market(), session.deviceId(), session.networkId(), factor));
        }
    }

    @Override
    public void changeCredential(User user, long deviceId, Credential credential) {
        if (isServed(user)) {
            listener.onEvent(new CredentialChange(ids.next(), user.id(), nowMillis(), market(), deviceId, credential));
        }
    }

    @Override
    public long deposit(User user, Asset asset, long amountCents, DepositSource source) {
        if (!isServed(user)) {
            return 0;
        }
        user.wallet().credit(asset, asset.quantity(amountCents, prices));
        long id = ids.next();
        listener.onEvent(new Deposit(
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
        if (depositEventId == 0) {
            return; // It was never served.
        }
        long shortfallCents = DepositClawback.debit(user.wallet(), amountCents, prices);
        listener.onOutcome(new DepositReturn(user.id(), nowMillis(), depositEventId, amountCents, shortfallCents));
    }

    @Override
    public void placeOrder(Intent intent, OrderIntent order) {
        Asset sold = order.side() == Side.SELL ? order.asset() : Asset.CASH;
        long holdingsCents = intent.user().wallet().availableCents(sold, prices);
        long cents = Math.min(order.notionalCents(), holdingsCents);
        if (!isServed(intent.user()) || cents < MIN_AMOUNT_CENTS) {
            return;
        }
        long quantity = reserve(intent.user().wallet(), sold, cents, holdingsCents);
        Order event = event(intent.user(), intent.session(), order, cents, holdingsCents, false);
        submit(new PendingRequest(intent, event, sold, quantity, order.asset(), prices.priceCents(order.asset())));
    }

    @Override
    public void liquidate(User user, ClientSession session, OrderIntent order) {
        Asset sold = order.side() == Side.SELL ? order.asset() : Asset.CASH;
        long holdingsCents = user.wallet().availableCents(sold, prices);
        long cents = Math.min(order.notionalCents(), holdingsCents);
        if (!isServed(user) || cents < MIN_AMOUNT_CENTS) {
            return;
        }
        long quantity = reserve(user.wallet(), sold, cents, holdingsCents);
        Order event = event(user, session, order, cents, holdingsCents, true);
        execution.execute(user, event, sold, quantity, cents);
        listener.onEvent(event);
    }

    @Override
    public void withdraw(Intent intent, Asset asset, long addressId, long amountCents) {
        Wallet wallet = intent.user().wallet();
        long availableCents = wallet.availableCents(asset, prices);
        long cents = Math.min(amountCents, availableCents);
        if (!isServed(intent.user()) || cents < MIN_AMOUNT_CENTS) {
            return;
        }
        long balanceCents = wallet.availableCents(prices);
        long quantity = reserve(wallet, asset, cents, availableCents);
        var event = new Withdrawal(
                ids.next(),
                intent.user().id(),
                nowMillis(),
                market(),
                intent.user().account(),
                intent.session().deviceId(),
                addressId,
                asset.symbol(),
                cents,
                balanceCents,
                false,
                intent.session().networkId(),
                intent.secondFactor());
        Asset reference = asset == Asset.CASH ? Asset.BTC : asset;
        submit(new PendingRequest(intent, event, asset, quantity, reference, prices.priceCents(reference)));
    }

    @Override
    public void publish(Outcome outcome) {
        listener.onOutcome(outcome);
    }

    @Override
    public void publish(DepartureRisk risk) {
        listener.onDepartureRisk(risk);
    }

    private Order event(
            User user, ClientSession session, OrderIntent order, long cents, long holdingsCents, boolean isForced) {
        return new Order(
                ids.next(),
                user.id(),
                nowMillis(),
                market(),
                user.account(),
                session.deviceId(),
                order.asset().pair(),
                order.side(),
                cents,
                holdingsCents,
                isForced,
                costs.orderDetails(session, order, cents, market().depthShare()));
    }

    /** Reserves the whole balance exactly, so that rounding leaves no remainder. */
    private long reserve(Wallet wallet, Asset asset, long cents, long availableCents) {
        long quantity = cents == availableCents ? wallet.availableQuantity(asset) : asset.quantity(cents, prices);
        wallet.reserve(asset, quantity);
        return quantity;
    }

    private void submit(PendingRequest request) {
        var event = request.event();
        Actor actor = request.intent().actor();
        settlement.register(request);
        actor.typology()
                .ifPresent(typology -> listener.onTruth(new Truth(
                        event.id(),
                        event.userId(),
                        event.timeMillis(),
                        typology,
                        actor.atRiskCents(event),
                        actor.ringId(),
                        actor.theftId(event),
                        request.intent().attempt(),
                        actor.isLaundering())));
        listener.onEvent(event);
    }
}
