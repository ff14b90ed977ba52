package firedrill.ingest.fraud.parameters;

/** Deposits that several schemes make: shared senders of illicit funds, and the finality of payments. */
public record FundingParameters(double sharedSenderShare, int cardFinalityDays, int bankFinalityDays) {}
