package firedrill.ingest.fraud.parameters;

/** Deposits of illicit funds that several schemes make. */
public record FundingParameters(double sharedSenderShare) {}
