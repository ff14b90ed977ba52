package firedrill.ingest.exchange;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.event.OrderDetails.OrderType;
import firedrill.ingest.exchange.ExchangeParameters.BookParameters;
import firedrill.ingest.exchange.api.OrderIntent;

/**
 * Closed-form order book of each coin: the cost of a market order beyond the mid price, and the share of a limit order
 * that trades. It depends on the order, the coin and the current depth, never on earlier orders, so that stopping one
 * order changes no other.
 */
final class ExecutionCostModel {

    private final BookParameters parameters;

    ExecutionCostModel(BookParameters parameters) {
        this.parameters = parameters;
    }

    /** Details of an order of {@code cents} in a book at {@code depthShare} of its usual depth. */
    OrderDetails orderDetails(ClientSession session, OrderIntent intent, long cents, double depthShare) {
        return new OrderDetails(
                intent.type(),
                intent.type() == OrderType.LIMIT
                        ? intent.offsetBps()
                        : Math.max(intent.offsetBps(), offsetBps(intent, cents, depthShare)),
                intent.counterpartyId(),
                intent.cancelledCents(),
                intent.apiKeyId(),
                session.networkId());
    }

    /** Half the spread plus a price impact linear in size; both grow as depth falls. */
    private double offsetBps(OrderIntent intent, long cents, double depthShare) {
        double usual = parameters.halfSpreadBps().of(intent.asset())
                + parameters.depthImpactBps() * cents / parameters.depthCents().of(intent.asset());
        return Math.min(parameters.maxOffsetBps(), usual / depthShare);
    }

    /** Share of an order that trades, in [0, 1]: 1 for a market order, decreasing with the distance of a limit order. */
    double filledShare(OrderDetails order) {
        if (order.type() == OrderType.MARKET) {
            return 1;
        }
        double beyondBps = Math.max(0, order.offsetBps() - parameters.limitFullFillBps());
        double share = StrictMath.exp(-beyondBps / parameters.limitFillDecayBps());
        return share < parameters.limitMinFillShare() ? 0 : share;
    }

    /** Proceeds of a trade as a share of its value, before the fee, in [0, 1]; 1 for a limit order. */
    static double proceedsShare(Side side, OrderDetails order) {
        if (order.type() == OrderType.LIMIT) {
            return 1;
        }
        double off = order.offsetBps() / 10_000;
        return side == Side.BUY ? 1 / (1 + off) : Math.max(0, 1 - off);
    }
}
