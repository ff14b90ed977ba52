package firedrill.ingest.exchange.api;

import firedrill.ingest.account.User;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;

/**
 * An order or a withdrawal that was asked for.
 *
 * @param asset what would go: the coin or cash that is sold, spent or withdrawn
 * @param quantity how much of it is set aside, in the unit of the asset
 * @param referenceCoin whose price the user watches meanwhile: the asset that is sold or withdrawn, or the coin that is bought
 * @param referencePriceCents what that coin cost when the user asked
 */
public record PendingRequest(
        Intent intent,
        DecisionRequest event,
        Asset asset,
        long quantity,
        Asset referenceCoin,
        long referencePriceCents) {

    public User user() {
        return intent.user();
    }

    public boolean isOrder() {
        return event instanceof Order;
    }

    /**
     * How far the price has moved against the user since asking, as a share of it, at least 0: whoever holds coin wants
     * out before it falls, whoever holds cash wants to buy before it rises.
     */
    public double adverseMove(Prices now) {
        double rise = (double) (now.priceCents(referenceCoin) - referencePriceCents) / referencePriceCents;
        return Math.max(0, asset == Asset.CASH ? rise : -rise);
    }
}
