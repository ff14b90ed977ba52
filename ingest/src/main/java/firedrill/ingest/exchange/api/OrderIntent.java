package firedrill.ingest.exchange.api;

import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.market.Asset;

/**
 * An order before submission.
 *
 * @param asset the coin that is bought or sold for cash
 * @param notionalCents intended amount; the available balance bounds it
 * @param offsetBps distance of a limit order from the best price; for a market order, distance of the resting offer that
 *     it takes from the mid price, 0 for the best offer
 * @param counterpartyId account of the resting offer; 0 if unspecified
 * @param cancelledCents notional of the user's resting orders that were cancelled in the last minute
 * @param apiKeyId 0 for a manual order
 */
public record OrderIntent(
        Asset asset,
        Side side,
        long notionalCents,
        OrderDetails.OrderType type,
        double offsetBps,
        long counterpartyId,
        long cancelledCents,
        long apiKeyId) {

    /** A manual market order. */
    public static OrderIntent market(Asset asset, Side side, long notionalCents) {
        return new OrderIntent(asset, side, notionalCents, OrderDetails.OrderType.MARKET, 0, 0, 0, 0);
    }

    /** A manual limit order at this distance from the best price. */
    public static OrderIntent limit(Asset asset, Side side, long notionalCents, double offBps) {
        return new OrderIntent(asset, side, notionalCents, OrderDetails.OrderType.LIMIT, offBps, 0, 0, 0);
    }

    /** The same through an API key. */
    public OrderIntent withApiKey(long key) {
        return new OrderIntent(asset, side, notionalCents, type, offsetBps, counterpartyId, cancelledCents, key);
    }

    /** The same against this account's offer. */
    public OrderIntent withCounterparty(long userId) {
        return new OrderIntent(asset, side, notionalCents, type, offsetBps, userId, cancelledCents, apiKeyId);
    }

    /** The same after cancellations of this notional. */
    public OrderIntent withCancelledCents(long cents) {
        return new OrderIntent(asset, side, notionalCents, type, offsetBps, counterpartyId, cents, apiKeyId);
    }

    /** The same against an offer at this distance from the mid price, unless the best offer is farther. */
    public OrderIntent withOffsetBps(double bps) {
        return new OrderIntent(asset, side, notionalCents, type, bps, counterpartyId, cancelledCents, apiKeyId);
    }
}
