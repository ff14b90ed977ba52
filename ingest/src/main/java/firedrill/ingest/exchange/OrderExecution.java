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
 * Executes an allowed order on the wallets. The user receives the proceeds at the order's price; the counterparty, in
 * general the market makers, keeps the cost. The part of a limit order that does not trade is released.
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
     * Trades a reserved quantity.
     *
     * @param sold the asset that leaves the wallet: cash for a buy, the coin for a sell
     * @param quantity reserved quantity of {@code sold}
     * @param notionalCents value at the request; the fee is charged on the part that trades
     */
    void execute(User user, Order order, Asset sold, long quantity, long notionalCents) {
        Wallet wallet = user.wallet();
        double share = costs.filledShare(order.details());
        long traded = share == 1 ? quantity : (long) (quantity * share);
        wallet.release(sold, quantity - traded);
        wallet.debitReserved(sold, traded);
        long feeCents = economics.orderFeeCents((long) (notionalCents * share));
        Asset bought = order.side() == Side.BUY ? Asset.fromSymbol(order.symbol()) : Asset.CASH;
        long valueCents = sold.valueCents(traded, prices);
        long receivedCents = (long) (valueCents * ExecutionCostModel.proceedsShare(order.side(), order.details()));
        settleCounterparty(
                order.details().counterpartyId(), sold, traded, bought, bought.quantity(receivedCents, prices));
        wallet.credit(bought, bought.quantity(Math.max(0, receivedCents - feeCents), prices));
    }

    /**
     * Settles the other side if it is a ring's account with a sufficient balance. A legitimate counterparty is a market maker
     * that hedges elsewhere at once, so its wallet stays unchanged and wallets stay independent across users.
     */
    private void settleCounterparty(
            long counterpartyId, Asset paid, long paidQuantity, Asset given, long givenQuantity) {
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
