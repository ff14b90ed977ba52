package firedrill.ingest.market;

import java.util.List;

/** What an account can hold, and in which unit it is counted: cents for cash, 1e-8 of a coin for coins. */
public enum Asset {
    /** A dollar-pegged token; kept at par. */
    CASH("USDC"),
    /** The index. */
    BTC("BTC"),
    ETH("ETH"),
    SOL("SOL"),
    /** A small coin with a thin book. */
    VIA("VIA");

    /** Everything but cash. */
    public static final List<Asset> COINS = List.of(BTC, ETH, SOL, VIA);

    private static final long UNITS_PER_COIN = 100_000_000;

    private final String symbol;

    Asset(String symbol) {
        this.symbol = symbol;
    }

    /** As withdrawals name it. */
    public String symbol() {
        return symbol;
    }

    /** As orders name its market, against dollars. */
    public String pair() {
        return symbol + "-USD";
    }

    /** The asset that a withdrawal or a deposit names so, or whose market an order names so. */
    public static Asset fromSymbol(String symbolOrPair) {
        for (Asset asset : values()) {
            if (asset.symbol.equals(symbolOrPair) || asset.pair().equals(symbolOrPair)) {
                return asset;
            }
        }
        throw new IllegalArgumentException("no asset is called '" + symbolOrPair + "'");
    }

    /** The worth of a quantity at these prices, rounded down. */
    public long valueCents(long quantity, Prices prices) {
        if (this == CASH) {
            return quantity;
        }
        // In two steps, because the product of a whale's coins and the price does not fit.
        long price = prices.priceCents(this);
        return quantity / UNITS_PER_COIN * price + quantity % UNITS_PER_COIN * price / UNITS_PER_COIN;
    }

    /** The quantity that is worth this much, at most $1 bn, rounded down. */
    public long quantity(long valueCents, Prices prices) {
        if (this == CASH) {
            return valueCents;
        }
        long price = prices.priceCents(this);
        return valueCents / price * UNITS_PER_COIN + valueCents % price * UNITS_PER_COIN / price;
    }
}
