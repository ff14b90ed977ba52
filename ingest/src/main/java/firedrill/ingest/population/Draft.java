package firedrill.ingest.population;

import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.Ticket;
import firedrill.ingest.market.Asset;

/**
 * An order that somebody means to place.
 *
 * @param asset the coin that is bought or sold for cash
 * @param notionalCents how much, or as much as there is if that is less
 * @param offBps of a limit order, how far from the best price it is to rest; of a market order, how far from the middle
 *     the offer stands that it is meant to meet, 0 for the best one
 * @param counterpartyId whose offer it is meant to meet; 0 for whoever stands there
 * @param cancelledCents the same user's resting orders that were cancelled in the last minute, which nobody asked the
 *     exchange about
 * @param apiKeyId 0 for an order by hand
 */
public record Draft(
        Asset asset,
        Side side,
        long notionalCents,
        Ticket.Kind kind,
        double offBps,
        long counterpartyId,
        long cancelledCents,
        long apiKeyId) {

    /** By hand, at what the market gives. */
    public static Draft market(Asset asset, Side side, long notionalCents) {
        return new Draft(asset, side, notionalCents, Ticket.Kind.MARKET, 0, 0, 0, 0);
    }

    /** By hand, to rest this far from the best price. */
    public static Draft limit(Asset asset, Side side, long notionalCents, double offBps) {
        return new Draft(asset, side, notionalCents, Ticket.Kind.LIMIT, offBps, 0, 0, 0);
    }

    /** The same, placed by a program. */
    public Draft by(long key) {
        return new Draft(asset, side, notionalCents, kind, offBps, counterpartyId, cancelledCents, key);
    }

    /** The same, to meet this user's offer. */
    public Draft with(long userId) {
        return new Draft(asset, side, notionalCents, kind, offBps, userId, cancelledCents, apiKeyId);
    }

    /** The same, by somebody who has just cancelled this much. */
    public Draft afterCancelling(long cents) {
        return new Draft(asset, side, notionalCents, kind, offBps, counterpartyId, cents, apiKeyId);
    }

    /** The same, taking an offer that stands this far from the middle, unless the best one is farther. */
    public Draft off(double bps) {
        return new Draft(asset, side, notionalCents, kind, bps, counterpartyId, cancelledCents, apiKeyId);
    }
}
