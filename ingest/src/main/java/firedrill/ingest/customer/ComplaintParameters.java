package firedrill.ingest.customer;

/** Complaints after friction. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record ComplaintParameters(
        double afterStepUp,
        double afterLimit,
        double afterHold,
        double afterRefusedOrder,
        double afterRefusedWithdrawal,
        double oddsAfterAdverseMove,
        double meanMinutes) {}
