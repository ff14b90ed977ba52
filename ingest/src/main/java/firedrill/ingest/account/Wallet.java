package firedrill.ingest.account;

import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;

/**
 * Balances of an account: per asset an available quantity, and one reserved for requests that are not settled.
 *
 * <p>Quantities are in the unit of the {@link Asset}, at least 0.
 */
public final class Wallet {

    private static final Asset[] ASSETS = Asset.values();

    /** Available quantity of each asset, then the reserved one of each; one array, because there is a wallet per user. */
    private final long[] quantities = new long[2 * ASSETS.length];

    /** Quantity that requests can use. */
    public long availableQuantity(Asset asset) {
        return quantities[asset.ordinal()];
    }

    /** Quantity reserved for pending requests. */
    public long reservedQuantity(Asset asset) {
        return quantities[ASSETS.length + asset.ordinal()];
    }

    /** Value of the available quantity of one asset. */
    public long availableCents(Asset asset, Prices prices) {
        return asset.valueCents(availableQuantity(asset), prices);
    }

    /** Value of all available quantities. */
    public long availableCents(Prices prices) {
        long sum = 0;
        for (Asset asset : ASSETS) {
            sum += availableCents(asset, prices);
        }
        return sum;
    }

    /** The asset with the largest available value; cash if nothing is available. */
    public Asset largestHolding(Prices prices) {
        return largestCoinAbove(Asset.CASH, prices);
    }

    /** The coin with the largest available value; BTC if there is none. */
    public Asset largestCoin(Prices prices) {
        return largestCoinAbove(Asset.BTC, prices);
    }

    private Asset largestCoinAbove(Asset floor, Prices prices) {
        Asset largest = floor;
        for (Asset coin : Asset.COINS) {
            largest = availableCents(coin, prices) > availableCents(largest, prices) ? coin : largest;
        }
        return largest;
    }

    /** Adds to the available quantity. */
    public void credit(Asset asset, long quantity) {
        requireNotNegative(asset, quantity);
        quantities[asset.ordinal()] = Math.addExact(availableQuantity(asset), quantity);
    }

    /**
     * Moves a quantity from available to reserved.
     *
     * @throws IllegalStateException if it exceeds the available quantity
     */
    public void reserve(Asset asset, long quantity) {
        requireWithin(asset, quantity, availableQuantity(asset));
        quantities[asset.ordinal()] -= quantity;
        quantities[ASSETS.length + asset.ordinal()] += quantity;
    }

    /** Moves a quantity from reserved to available. */
    public void release(Asset asset, long quantity) {
        debitReserved(asset, quantity);
        quantities[asset.ordinal()] += quantity;
    }

    /**
     * Removes a reserved quantity from the wallet.
     *
     * @throws IllegalStateException if it exceeds the reserved quantity
     */
    public void debitReserved(Asset asset, long quantity) {
        requireWithin(asset, quantity, reservedQuantity(asset));
        quantities[ASSETS.length + asset.ordinal()] -= quantity;
    }

    private static void requireNotNegative(Asset asset, long quantity) {
        if (quantity < 0) {
            throw new IllegalArgumentException(asset + " quantity must not be negative, was " + quantity);
        }
    }

    private static void requireWithin(Asset asset, long quantity, long balance) {
        requireNotNegative(asset, quantity);
        if (quantity > balance) {
            throw new IllegalStateException(asset + " quantity " + quantity + " exceeds the balance " + balance);
        }
    }
}
