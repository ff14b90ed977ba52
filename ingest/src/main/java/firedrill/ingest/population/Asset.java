package firedrill.ingest.population;

/** What an account can hold, and in which unit it is counted. */
public enum Asset {
    /** A dollar-pegged token, counted in cents; kept at par. */
    CASH("USDC") {
        @Override
        public long valueCents(long quantity, long priceCents) {
            return quantity;
        }

        @Override
        public long quantity(long valueCents, long priceCents) {
            return valueCents;
        }
    },
    /** The index, counted in 1e-8 of a coin. */
    COIN("BTC") {
        @Override
        public long valueCents(long quantity, long priceCents) {
            // In two steps, because the product of a whale's coins and the price does not fit.
            return quantity / UNITS * priceCents + quantity % UNITS * priceCents / UNITS;
        }

        @Override
        public long quantity(long valueCents, long priceCents) {
            return valueCents / priceCents * UNITS + valueCents % priceCents * UNITS / priceCents;
        }
    };

    private static final long UNITS = 100_000_000;

    private final String symbol;

    Asset(String symbol) {
        this.symbol = symbol;
    }

    /** As events name it. */
    public String symbol() {
        return symbol;
    }

    /** The worth of a quantity at this price of a coin, rounded down. */
    public abstract long valueCents(long quantity, long priceCents);

    /** The quantity that is worth this much, at most $1 bn, at this price of a coin, at least $1, rounded down. */
    public abstract long quantity(long valueCents, long priceCents);
}
