package firedrill.ingest.customer;

/** Complaints of the annoyed. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record ComplaintParameters(double oddsOfAnnoyance, double voicedShare, double meanMinutes) {}
