package firedrill.ingest.exchange.api;

import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;

/**
 * Origin of a deposit.
 *
 * @param sourceId sending address, bank account or card; 0 if unknown
 * @param reversibleForMillis period in which the deposit can be reversed; 0 if it is final
 */
public record DepositSource(PaymentRail funding, long sourceId, long reversibleForMillis) {}
