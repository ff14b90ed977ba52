package firedrill.dashboard.lab.check;

import firedrill.dashboard.lab.RunObserver;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.event.OrderDetails.OrderType;
import firedrill.scoring.decision.Decision;
import org.jspecify.annotations.Nullable;

/** Counts orders whose details imply a crossed or empty order book. */
final class CrossedBookCounter implements RunObserver {

    /** Offset of a bid of 0 from the mid price. */
    private static final double FULL_BPS = 10_000;

    private long orders;
    private long invalidOrders;

    @Override
    public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
        if (decision != null) {
            event.asOrder().ifPresent(this::add);
        }
    }

    private void add(Order order) {
        orders++;
        invalidOrders += isValid(order.side(), order.details()) ? 0 : 1;
    }

    /** A taker pays a positive offset, otherwise the book is crossed; a bid is above 0. */
    static boolean isValid(Side side, OrderDetails details) {
        boolean takes = details.type() == OrderType.MARKET;
        boolean isAtABid = takes == (side == Side.SELL);
        return (!takes || details.offsetBps() > 0) && (!isAtABid || details.offsetBps() < FULL_BPS);
    }

    /** Orders that met a crossed or empty book; NaN without orders. */
    double invalidOrders() {
        return orders == 0 ? Double.NaN : invalidOrders;
    }
}
