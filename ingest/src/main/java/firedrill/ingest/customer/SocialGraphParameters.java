package firedrill.ingest.customer;

/** Contacts of customers. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record SocialGraphParameters(int circleSize, double contactsInCircleShare) {}
