package firedrill.ingest.exchange;

import firedrill.ingest.account.Wallet;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;

/** Debits a reversed deposit from its account. */
final class DepositClawback {

    private static final Asset[] CASH_FIRST = Asset.values();

    private DepositClawback() {}

    /**
     * Debits up to the available balance, cash first, then coins; reserved amounts are left alone.
     *
     * @return the shortfall in cents
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
