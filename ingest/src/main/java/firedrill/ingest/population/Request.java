package firedrill.ingest.population;

import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Order;

/**
 * An order or a withdrawal that was asked for.
 *
 * @param asset what would go: the coin or cash that is sold, spent or withdrawn
 * @param quantity how much of it is set aside, in the unit of the asset
 */
public record Request(Ask ask, Decided event, Asset asset, long quantity) {

    public User user() {
        return ask.user();
    }

    public boolean isOrder() {
        return event instanceof Order;
    }

    /**
     * How far the price has moved against the user since asking, as a share of it, at least 0: whoever holds coin wants
     * out before it falls, whoever holds cash wants to buy before it rises.
     */
    public double adverseMove(long priceCentsNow) {
        long asked = event.market().priceCents();
        double rise = (double) (priceCentsNow - asked) / asked;
        return Math.max(0, asset == Asset.COIN ? -rise : rise);
    }
}
