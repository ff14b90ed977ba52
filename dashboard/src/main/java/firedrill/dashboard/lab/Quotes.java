package firedrill.dashboard.lab;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.Ticket;
import firedrill.ingest.event.Ticket.Kind;
import firedrill.scoring.decision.Decision;
import org.jspecify.annotations.Nullable;

/** The books that orders of the story met, as their tickets tell: is the bid above nothing, and below the offer? */
final class Quotes implements Witness {

    /** As far below the middle as nothing is. */
    private static final double ALL_BPS = 10_000;

    private long orders;
    private long impossible;

    @Override
    public void event(ExchangeEvent event, @Nullable Decision decision) {
        if (decision != null && event instanceof Order order) {
            orders++;
            impossible += isPossible(order.side(), order.ticket()) ? 0 : 1;
        }
    }

    /** Whoever takes pays half the spread at least, or the best prices have met; nobody bids nothing or less. */
    static boolean isPossible(Side side, Ticket ticket) {
        boolean takes = ticket.kind() == Kind.MARKET;
        boolean isAtABid = takes == (side == Side.SELL);
        return (!takes || ticket.offBps() > 0) && (!isAtABid || ticket.offBps() < ALL_BPS);
    }

    /** Orders that met a crossed book or a bid of nothing; not a number if there were no orders. */
    double impossible() {
        return orders == 0 ? Double.NaN : impossible;
    }
}
