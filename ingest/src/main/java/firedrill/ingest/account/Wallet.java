package firedrill.ingest.account;

import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;

/**
 * What an account holds: per asset a free part, and a part set aside for what has been asked for and is not settled.
 *
 * <p>Quantities are in the unit of the {@link Asset}. No part can fall below 0.
 */
public final class Wallet {

    private static final Asset[] ASSETS = Asset.values();

    /** What is free of each asset, then what is set aside of each: one array, because there is one per user. */
    private final long[] quantities = new long[2 * ASSETS.length];

    /** What can be asked for. */
    public long availableQuantity(Asset asset) {
        return quantities[asset.ordinal()];
    }

    /** What is set aside for things asked for. */
    public long reservedQuantity(Asset asset) {
        return quantities[ASSETS.length + asset.ordinal()];
    }

    /** The free part of one asset in cents. */
    public long availableCents(Asset asset, Prices prices) {
        return asset.valueCents(availableQuantity(asset), prices);
    }

    /** Everything free, in cents. */
    public long availableCents(Prices prices) {
        long sum = 0;
        for (Asset asset : ASSETS) {
            sum += availableCents(asset, prices);
        }
        return sum;
    }

    /** The asset that makes up the largest part of what is free; cash if nothing is. */
    public Asset largestHolding(Prices prices) {
        Asset largest = Asset.CASH;
        for (Asset asset : Asset.COINS) {
            largest = availableCents(asset, prices) > availableCents(largest, prices) ? asset : largest;
        }
        return largest;
    }

    /** The coin that makes up the largest part of what is free; the index if there is none. */
    public Asset largestCoin(Prices prices) {
        Asset largest = Asset.BTC;
        for (Asset asset : Asset.COINS) {
            largest = availableCents(asset, prices) > availableCents(largest, prices) ? asset : largest;
        }
        return largest;
    }

    /** More of an asset. */
    public void credit(Asset asset, long quantity) {
        requireNotNegative(asset, quantity);
        quantities[asset.ordinal()] = Math.addExact(availableQuantity(asset), quantity);
    }

    /** From free to set aside. */
    public void reserve(Asset asset, long quantity) {
        requireWithin(asset, quantity, availableQuantity(asset));
        quantities[asset.ordinal()] -= quantity;
        quantities[ASSETS.length + asset.ordinal()] += quantity;
    }

    /** From set aside back to free. */
    public void release(Asset asset, long quantity) {
        debitReserved(asset, quantity);
        quantities[asset.ordinal()] += quantity;
    }

    /** What was set aside is gone. */
    public void debitReserved(Asset asset, long quantity) {
        requireWithin(asset, quantity, reservedQuantity(asset));
        quantities[ASSETS.length + asset.ordinal()] -= quantity;
    }

    private static void requireNotNegative(Asset asset, long quantity) {
        if (quantity < 0) {
            throw new IllegalArgumentException(asset + " quantity must not be negative, was " + quantity);
        }
    }

    private static void requireWithin(Asset asset, long quantity, long most) {
        requireNotNegative(asset, quantity);
        if (quantity > most) {
            throw new IllegalStateException(asset + " quantity " + quantity + " is more than there is: " + most);
        }
    }
}
