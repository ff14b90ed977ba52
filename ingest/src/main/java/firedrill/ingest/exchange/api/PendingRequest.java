package firedrill.ingest.exchange.api;

import firedrill.ingest.account.User;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;

/**
 * An order or a withdrawal from its submission to its settlement.
 *
 * @param asset the coin or cash that is sold, spent or withdrawn
 * @param quantity reserved quantity, in the unit of the asset
 * @param referenceCoin coin whose price measures the cost of delay: the asset that leaves, or the coin that is bought
 * @param referencePriceCents price of that coin at submission
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
        return event.match(order -> true, withdrawal -> false);
    }

    /**
     * Adverse price move since the request, as a fraction, at least 0: a fall for a coin holder, a rise for a cash holder.
     */
    public double adverseMove(Prices now) {
        double rise = (double) (now.priceCents(referenceCoin) - referencePriceCents) / referencePriceCents;
        return Math.max(0, asset == Asset.CASH ? rise : -rise);
    }
}
