package firedrill.ingest.event;

/**
 * Execution details of an order, as the exchange saw them when it was placed.
 *
 * @param offsetBps in basis points, at least 0: for a market order the distance of its price from the mid price, for a limit
 *     order the distance from the best price at which it rests
 * @param counterpartyId the user at the best price of the other side; 0 for market makers in general
 * @param cancelledCents the user's own resting orders that were cancelled within the last minute
 * @param apiKeyId the API key that placed it; 0 if it was placed by hand
 * @param networkId the network that it came from; 0 if unknown
 */
public record OrderDetails(
        OrderType type, double offsetBps, long counterpartyId, long cancelledCents, long apiKeyId, long networkId) {

    /** Market orders take liquidity, limit orders rest. */
    public enum OrderType {
        MARKET,
        LIMIT
    }

    public OrderDetails {
        RangeChecks.requireFinite(offsetBps, "offsetBps");
        if (offsetBps < 0) {
            throw new IllegalArgumentException("offsetBps must not be negative, was " + offsetBps);
        }
        RangeChecks.requireNonNegative(counterpartyId, "counterpartyId");
        RangeChecks.requireCents(cancelledCents, "cancelledCents");
        RangeChecks.requireNonNegative(apiKeyId, "apiKeyId");
        RangeChecks.requireNonNegative(networkId, "networkId");
    }

    /** A market order from the web page of the exchange, at the mid price, against market makers. */
    public static OrderDetails manualMarketOrder(long networkId) {
        return new OrderDetails(OrderType.MARKET, 0, 0, 0, 0, networkId);
    }
}
