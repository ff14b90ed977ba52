package firedrill.ingest.attack;

import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Ticket;

/** The dollars that are lost if an event of a fraud is let through, in cents; 0 for one that only prepares. */
@FunctionalInterface
interface Harm {

    /** Whatever leaves the exchange. */
    Harm WITHDRAWN = event -> event instanceof Withdrawal ? event.amountCents() : 0;

    long cents(Decided event);

    /** A share of what is traded by market orders. */
    static Harm ofMarketOrders(double share) {
        return event -> event instanceof Order order && order.ticket().kind() == Ticket.Kind.MARKET
                ? Math.round(share * order.notionalCents())
                : 0;
    }
}
