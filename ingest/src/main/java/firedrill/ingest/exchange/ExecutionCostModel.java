package firedrill.ingest.exchange;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.event.OrderDetails.OrderType;
import firedrill.ingest.exchange.ExchangeParameters.BookParameters;
import firedrill.ingest.exchange.api.OrderIntent;

/**
 * The top of the order book of each coin, as a formula: what a market order costs beyond the middle price, and how much of
 * a limit order trades. It depends on the order, the coin and the depth of the moment, never on who came before, so that
 * stopping one order changes no other.
 */
final class ExecutionCostModel {

    private final BookParameters parameters;

    ExecutionCostModel(BookParameters parameters) {
        this.parameters = parameters;
    }

    /** The ticket of an order of {@code cents}, in a book that is {@code depthShare} of its usual depth. */
    OrderDetails orderDetails(ClientSession session, OrderIntent draft, long cents, double depthShare) {
        return new OrderDetails(
                draft.type(),
                draft.type() == OrderType.LIMIT
                        ? draft.offsetBps()
                        : Math.max(draft.offsetBps(), offBps(draft, cents, depthShare)),
                draft.counterpartyId(),
                draft.cancelledCents(),
                draft.apiKeyId(),
                session.networkId());
    }

    /** Half the spread, and down the book in proportion to the size; both grow as makers withdraw. */
    private double offBps(OrderIntent draft, long cents, double depthShare) {
        double own = parameters.halfSpreadBps().of(draft.asset())
                + parameters.depthImpactBps() * cents / parameters.depthCents().of(draft.asset());
        return Math.min(parameters.maxOffsetBps(), own / depthShare);
    }

    /** The part of an order that trades, in [0, 1]: all of a market order, less of a limit order the farther it rests. */
    double filledShare(OrderDetails ticket) {
        if (ticket.type() == OrderType.MARKET) {
            return 1;
        }
        double beyondBps = Math.max(0, ticket.offsetBps() - parameters.limitFullFillBps());
        double share = StrictMath.exp(-beyondBps / parameters.limitFillDecayBps());
        return share < parameters.limitMinFillShare() ? 0 : share;
    }

    /** What a trade leaves of its worth, before the fee, in [0, 1]; a limit order waits for the middle price. */
    static double proceedsShare(Side side, OrderDetails ticket) {
        if (ticket.type() == OrderType.LIMIT) {
            return 1;
        }
        double off = ticket.offsetBps() / 10_000;
        return side == Side.BUY ? 1 / (1 + off) : Math.max(0, 1 - off);
    }
}
