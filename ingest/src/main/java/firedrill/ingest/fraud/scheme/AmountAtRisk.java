package firedrill.ingest.fraud.scheme;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.OrderDetails.OrderType;
import java.util.function.ToLongFunction;

/** Amount at risk if an event is allowed, in cents; 0 for preparatory events. */
@FunctionalInterface
interface AmountAtRisk {

    AmountAtRisk NONE = event -> 0;

    /** The full amount of withdrawals. */
    AmountAtRisk WITHDRAWALS = ofWithdrawals(Withdrawal::amountCents);

    long cents(DecisionRequest event);

    /** An amount of each withdrawal; orders risk nothing. */
    static AmountAtRisk ofWithdrawals(ToLongFunction<Withdrawal> amountCents) {
        return event -> event.<Long>match(order -> 0L, amountCents::applyAsLong);
    }

    /** An amount of each order; withdrawals risk nothing. */
    static AmountAtRisk ofOrders(ToLongFunction<Order> amountCents) {
        return event -> event.<Long>match(amountCents::applyAsLong, withdrawal -> 0L);
    }

    /** A share of the notional of market orders. */
    static AmountAtRisk ofMarketOrders(double share) {
        return ofOrders(
                order -> order.details().type() == OrderType.MARKET ? Math.round(share * order.notionalCents()) : 0);
    }
}
