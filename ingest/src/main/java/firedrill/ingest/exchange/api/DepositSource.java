package firedrill.ingest.exchange.api;

import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;

/**
 * Where a deposit comes from.
 *
 * @param sourceId the sender's address, the bank account or the card; 0 if unknown
 * @param reversibleForMillis for how long it can be called back; 0 if it is final at once
 */
public record DepositSource(PaymentRail funding, long sourceId, long reversibleForMillis) {}
