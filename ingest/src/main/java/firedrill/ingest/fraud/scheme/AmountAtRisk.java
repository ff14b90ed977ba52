package firedrill.ingest.fraud.scheme;

import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.OrderDetails;

/** The dollars that are lost if an event of a fraud is let through, in cents; 0 for one that only prepares. */
@FunctionalInterface
interface AmountAtRisk {

    /** Whatever leaves the exchange. */
    AmountAtRisk WITHDRAWALS = event -> event instanceof Withdrawal ? event.amountCents() : 0;

    long cents(DecisionRequest event);

    /** A share of what is traded by market orders. */
    static AmountAtRisk ofMarketOrders(double share) {
        return event -> event instanceof Order order && order.details().type() == OrderDetails.OrderType.MARKET
                ? Math.round(share * order.notionalCents())
                : 0;
    }
}
