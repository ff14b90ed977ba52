package firedrill.ingest.exchange;

import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;
import firedrill.ingest.population.Wallet;

/** How a deposit that was called back is taken from the account that had it. */
final class Clawback {

    private static final Asset[] CASH_FIRST = Asset.values();

    private Clawback() {}

    /**
     * Takes as much as there is free, cash first, then coins; what is set aside for something asked for stays.
     *
     * @return what is missing, in cents
     */
    static long from(Wallet wallet, long amountCents, Prices prices) {
        long owed = amountCents;
        for (Asset asset : CASH_FIRST) {
            long free = wallet.free(asset);
            long worth = asset.valueCents(free, prices);
            long quantity = worth <= owed ? free : asset.quantity(owed, prices);
            wallet.setAside(asset, quantity);
            wallet.spend(asset, quantity);
            owed -= Math.min(worth, owed);
        }
        return owed;
    }
}
