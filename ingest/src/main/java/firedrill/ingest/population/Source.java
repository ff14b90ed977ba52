package firedrill.ingest.population;

import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;

/**
 * Where a deposit comes from.
 *
 * @param id the sender's address, the bank account or the card; 0 if unknown
 * @param finalAfterMillis for how long it can be called back; 0 if it is final at once
 */
public record Source(Funding funding, long id, long finalAfterMillis) {}
