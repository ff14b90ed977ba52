package firedrill.ingest.exchange.api;

import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.market.Asset;

/**
 * An order that somebody means to place.
 *
 * @param asset the coin that is bought or sold for cash
 * @param notionalCents how much, or as much as there is if that is less
 * @param offsetBps of a limit order, how far from the best price it is to rest; of a market order, how far from the middle
 *     the offer stands that it is meant to meet, 0 for the best one
 * @param counterpartyId whose offer it is meant to meet; 0 for whoever stands there
 * @param cancelledCents the same user's resting orders that were cancelled in the last minute, which nobody asked the
 *     exchange about
 * @param apiKeyId 0 for an order by hand
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

    /** By hand, at what the market gives. */
    public static OrderIntent market(Asset asset, Side side, long notionalCents) {
        return new OrderIntent(asset, side, notionalCents, OrderDetails.OrderType.MARKET, 0, 0, 0, 0);
    }

    /** By hand, to rest this far from the best price. */
    public static OrderIntent limit(Asset asset, Side side, long notionalCents, double offBps) {
        return new OrderIntent(asset, side, notionalCents, OrderDetails.OrderType.LIMIT, offBps, 0, 0, 0);
    }

    /** The same, placed by a program. */
    public OrderIntent withApiKey(long key) {
        return new OrderIntent(asset, side, notionalCents, type, offsetBps, counterpartyId, cancelledCents, key);
    }

    /** The same, to meet this user's offer. */
    public OrderIntent withCounterparty(long userId) {
        return new OrderIntent(asset, side, notionalCents, type, offsetBps, userId, cancelledCents, apiKeyId);
    }

    /** The same, by somebody who has just cancelled this much. */
    public OrderIntent withCancelledCents(long cents) {
        return new OrderIntent(asset, side, notionalCents, type, offsetBps, counterpartyId, cents, apiKeyId);
    }

    /** The same, taking an offer that stands this far from the middle, unless the best one is farther. */
    public OrderIntent withOffsetBps(double bps) {
        return new OrderIntent(asset, side, notionalCents, type, bps, counterpartyId, cancelledCents, apiKeyId);
    }
}
