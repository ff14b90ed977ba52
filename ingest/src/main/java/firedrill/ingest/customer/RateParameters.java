package firedrill.ingest.customer;

/** Rates of customer activity. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record RateParameters(
        double loginsPerDay,
        double depositsPerDay,
        double ordersPerDay,
        double withdrawalsPerDay,
        double promotionsPerDay,
        double marginTraderShare) {}
