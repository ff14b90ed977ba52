package firedrill.ingest.customer;

/** Victims of theft. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record TheftParameters(RefundPolicy refunds, double churnIfRefunded, double churnIfNotRefunded) {

    /** Which thefts the exchange refunds. */
    public enum RefundPolicy {
        NONE,
        /** Those that the victim did not authorise. */
        UNAUTHORISED,
        ALL
    }

    /** Probability that a victim churns. */
    public double churnProbability(boolean isAuthorised) {
        boolean isRefunded = switch (refunds) {
            case NONE -> false;
            case UNAUTHORISED -> !isAuthorised;
            case ALL -> true;
        };
        return isRefunded ? churnIfRefunded : churnIfNotRefunded;
    }
}
