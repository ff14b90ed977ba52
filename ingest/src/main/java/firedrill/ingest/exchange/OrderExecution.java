package firedrill.ingest.exchange;

import firedrill.ingest.account.User;
import firedrill.ingest.account.Wallet;
import firedrill.ingest.customer.Population;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.exchange.ExchangeParameters.EconomicParameters;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;

/**
 * What an order that was let through does to wallets. The user receives what the ticket's price leaves; the other side, in
 * general the crowd of makers, gets the rest. What of a limit order does not trade comes back.
 */
final class OrderExecution {

    private final Population population;
    private final Prices prices;
    private final ExecutionCostModel costs;
    private final EconomicParameters economics;

    OrderExecution(Population population, Prices prices, ExchangeParameters parameters) {
        this.population = population;
        this.prices = prices;
        costs = new ExecutionCostModel(parameters.book());
        economics = parameters.economics();
    }

    /**
     * Trades what is set aside.
     *
     * @param sold what leaves the wallet: cash for a buy, the coin for a sell
     * @param quantity of it
     * @param notionalCents what that was worth when it was asked for; the fee is a share of what trades of it
     */
    void execute(User user, Order order, Asset sold, long quantity, long notionalCents) {
        Wallet wallet = user.wallet();
        double share = costs.filledShare(order.details());
        long traded = share == 1 ? quantity : (long) (quantity * share);
        wallet.release(sold, quantity - traded);
        wallet.debitReserved(sold, traded);
        long feeCents = economics.orderFeeCents((long) (notionalCents * share));
        Asset bought = order.side() == Side.BUY ? Asset.fromSymbol(order.symbol()) : Asset.CASH;
        long worthCents = sold.valueCents(traded, prices);
        long receivedCents = (long) (worthCents * ExecutionCostModel.proceedsShare(order.side(), order.details()));
        meet(order.details().counterpartyId(), sold, traded, bought, bought.quantity(receivedCents, prices));
        wallet.credit(bought, bought.quantity(Math.max(0, receivedCents - feeCents), prices));
    }

    /**
     * A ring's account that is named as the other side gives what it is to give, if it has that. An honest one is a maker
     * who hedges elsewhere at once, so its wallet stays as it is and one user's fate does not hang on another's.
     */
    private void meet(long counterpartyId, Asset paid, long paidQuantity, Asset given, long givenQuantity) {
        if (counterpartyId == 0 || !population.user(counterpartyId).isRingAccount()) {
            return;
        }
        Wallet other = population.user(counterpartyId).wallet();
        if (other.availableQuantity(given) >= givenQuantity) {
            other.reserve(given, givenQuantity);
            other.debitReserved(given, givenQuantity);
            other.credit(paid, paidQuantity);
        }
    }
}
