package firedrill.ingest.event;

/**
 * How an order stands to the book, as the exchange saw it when it was placed.
 *
 * @param type whether it takes what is there or rests
 * @param offsetBps of a market order, how far the price that it gets is from the middle, against it; of a limit order, how
 *     far from the best price it rests; in basis points, at least 0
 * @param counterpartyId the user who stands at the best price of the other side; 0 for the crowd of market makers
 * @param cancelledCents the user's own resting orders that were cancelled within the last minute
 * @param apiKeyId the key that placed it; 0 if it was placed by hand
 * @param networkId where it came from; 0 if that is unknown
 */
public record OrderDetails(
        OrderType type, double offsetBps, long counterpartyId, long cancelledCents, long apiKeyId, long networkId) {

    /** Takes or rests. */
    public enum OrderType {
        MARKET,
        LIMIT
    }

    public OrderDetails {
        if (!(offsetBps >= 0 && offsetBps < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("offBps must not be negative, was " + offsetBps);
        }
        RangeChecks.requireNonNegative(counterpartyId, "counterpartyId");
        RangeChecks.requireNonNegative(cancelledCents, "cancelledCents");
        RangeChecks.requireNonNegative(apiKeyId, "apiKeyId");
        RangeChecks.requireNonNegative(networkId, "networkId");
    }

    /** A market order from the page of the exchange, at the middle price, against the crowd. */
    public static OrderDetails manualMarketOrder(long networkId) {
        return new OrderDetails(OrderType.MARKET, 0, 0, 0, 0, networkId);
    }
}
