package firedrill.ingest.customer;

/** Activity that brings a customer to the exchange; {@link MarketStress} multiplies its rate. */
public enum ActivityType {
    LOGIN,
    DEPOSIT,
    ORDER,
    WITHDRAWAL,
    CLAIM
}
