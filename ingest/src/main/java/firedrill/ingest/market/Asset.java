package firedrill.ingest.market;

import java.util.List;

/** An asset that an account can hold. Quantities are in cents for cash, in 1e-8 of a coin for coins. */
public enum Asset {
    /** A dollar-pegged token; kept at par. */
    CASH("USDC"),
    /** The index. */
    BTC("BTC"),
    ETH("ETH"),
    SOL("SOL"),
    /** A small coin with a thin book. */
    VIA("VIA");

    /** All coins, the index first. */
    public static final List<Asset> COINS = List.of(BTC, ETH, SOL, VIA);

    private static final long UNITS_PER_COIN = 100_000_000;

    private final String symbol;

    Asset(String symbol) {
        this.symbol = symbol;
    }

    /** The name in withdrawals and deposits. */
    public String symbol() {
        return symbol;
    }

    /** The name of its market in orders, against dollars. */
    public String pair() {
        return symbol + "-USD";
    }

    /**
     * The asset with this symbol, or whose market has this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Asset fromSymbol(String symbolOrPair) {
        for (Asset asset : values()) {
            if (asset.symbol.equals(symbolOrPair) || asset.pair().equals(symbolOrPair)) {
                return asset;
            }
        }
        throw new IllegalArgumentException("unknown asset '" + symbolOrPair + "'");
    }

    /** Value of a quantity at these prices, in cents, rounded down. */
    public long valueCents(long quantity, Prices prices) {
        if (this == CASH) {
            return quantity;
        }
        // In two steps, because the product of a large quantity and the price overflows.
        long price = prices.priceCents(this);
        return quantity / UNITS_PER_COIN * price + quantity % UNITS_PER_COIN * price / UNITS_PER_COIN;
    }

    /** Quantity with this value, at most $1 bn, rounded down. */
    public long quantity(long valueCents, Prices prices) {
        if (this == CASH) {
            return valueCents;
        }
        long price = prices.priceCents(this);
        return valueCents / price * UNITS_PER_COIN + valueCents % price * UNITS_PER_COIN / price;
    }
}
