package firedrill.ingest.event;

/**
 * How an order stands to the book, as the exchange saw it when it was placed.
 *
 * @param kind whether it takes what is there or rests
 * @param offBps of a market order, how far the price that it gets is from the middle, against it; of a limit order, how
 *     far from the best price it rests; in basis points, at least 0
 * @param counterpartyId the user who stands at the best price of the other side; 0 for the crowd of market makers
 * @param cancelledCents the user's own resting orders that were cancelled within the last minute
 * @param apiKeyId the key that placed it; 0 if it was placed by hand
 * @param networkId where it came from; 0 if that is unknown
 */
public record Ticket(
        Kind kind, double offBps, long counterpartyId, long cancelledCents, long apiKeyId, long networkId) {

    /** Takes or rests. */
    public enum Kind {
        MARKET,
        LIMIT
    }

    public Ticket {
        if (!(offBps >= 0 && offBps < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("offBps must not be negative, was " + offBps);
        }
        Checks.notNegative(counterpartyId, "counterpartyId");
        Checks.notNegative(cancelledCents, "cancelledCents");
        Checks.notNegative(apiKeyId, "apiKeyId");
        Checks.notNegative(networkId, "networkId");
    }

    /** A market order from the page of the exchange, at the middle price, against the crowd. */
    public static Ticket byHand(long networkId) {
        return new Ticket(Kind.MARKET, 0, 0, 0, 0, networkId);
    }
}
