package firedrill.ingest.account;

import firedrill.ingest.event.Account;
import firedrill.ingest.market.Asset;

/**
 * An account that a fraud ring opens for itself. Its lifetime value is 0.
 *
 * @param wealthCents scale of its deposits, as of a customer's account
 * @param preferredCoin the coin it holds, if any
 */
public record RingAccount(Account account, long wealthCents, Asset preferredCoin, long deviceId, long addressId) {}
