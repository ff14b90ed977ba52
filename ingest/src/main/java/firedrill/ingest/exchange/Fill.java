package firedrill.ingest.exchange;

import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;
import firedrill.ingest.population.Wallet;

/** What an order brings its user, once what was sold has left the wallet. */
final class Fill {

    private Fill() {}

    /**
     * Pays out an order.
     *
     * @param sold what left the wallet: cash for a buy, the coin for a sell
     * @param quantity of it
     * @param notionalCents what of the order was filled; the fee is a share of it
     */
    static void pay(Wallet wallet, Order order, Asset sold, long quantity, long notionalCents, Prices prices) {
        long feeCents = Economics.orderFeeCents(notionalCents);
        long worthCents = sold.valueCents(quantity, prices);
        Asset bought = order.side() == Side.BUY ? Asset.named(order.symbol()) : Asset.CASH;
        wallet.add(bought, bought.quantity(Math.max(0, worthCents - feeCents), prices));
    }
}
