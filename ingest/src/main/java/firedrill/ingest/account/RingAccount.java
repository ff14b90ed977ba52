package firedrill.ingest.account;

import firedrill.ingest.event.Account;
import firedrill.ingest.market.Asset;

/**
 * An account that a ring opens for itself. It brings the exchange nothing, so it is worth nothing.
 *
 * @param wealthCents what an honest owner of such an account would move
 * @param preferredCoin the coin it holds, if any
 */
public record RingAccount(Account account, long wealthCents, Asset preferredCoin, long deviceId, long addressId) {}
