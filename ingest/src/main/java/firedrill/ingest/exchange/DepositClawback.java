package firedrill.ingest.exchange;

import firedrill.ingest.account.Wallet;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;

/** How a deposit that was called back is taken from the account that had it. */
final class DepositClawback {

    private static final Asset[] CASH_FIRST = Asset.values();

    private DepositClawback() {}

    /**
     * Takes as much as there is free, cash first, then coins; what is set aside for something asked for stays.
     *
     * @return what is missing, in cents
     */
    static long debit(Wallet wallet, long amountCents, Prices prices) {
        long owed = amountCents;
        for (Asset asset : CASH_FIRST) {
            long free = wallet.availableQuantity(asset);
            long worth = asset.valueCents(free, prices);
            long quantity = worth <= owed ? free : asset.quantity(owed, prices);
            wallet.reserve(asset, quantity);
            wallet.debitReserved(asset, quantity);
            owed -= Math.min(worth, owed);
        }
        return owed;
    }
}
