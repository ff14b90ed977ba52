package firedrill.dashboard.lab.check;

import firedrill.dashboard.lab.RunObserver;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.event.OrderDetails.OrderType;
import firedrill.scoring.decision.Decision;
import org.jspecify.annotations.Nullable;

/** The books that orders of the story met, as their tickets tell: is the bid above nothing, and below the offer? */
final class CrossedBookCounter implements RunObserver {

    /** As far below the middle as nothing is. */
    private static final double FULL_BPS = 10_000;

    private long orders;
    private long invalidOrders;

    @Override
    public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
        if (decision != null && event instanceof Order order) {
            orders++;
            invalidOrders += isValid(order.side(), order.details()) ? 0 : 1;
        }
    }

    /** Whoever takes pays half the spread at least, or the best prices have met; nobody bids nothing or less. */
    static boolean isValid(Side side, OrderDetails ticket) {
        boolean takes = ticket.type() == OrderType.MARKET;
        boolean isAtABid = takes == (side == Side.SELL);
        return (!takes || ticket.offsetBps() > 0) && (!isAtABid || ticket.offsetBps() < FULL_BPS);
    }

    /** Orders that met a crossed book or a bid of nothing; not a number if there were no orders. */
    double invalidOrders() {
        return orders == 0 ? Double.NaN : invalidOrders;
    }
}
