package firedrill.ingest.customer;

/** Response of arrivals to the market. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record StressParameters(
        double normalReturnZ,
        double normalVolatilityZ,
        double fearRiseMinutes,
        double fearDecayMinutes,
        double herdingMinutes,
        StressCoefficients withdrawals,
        StressCoefficients deposits,
        StressCoefficients orders,
        StressCoefficients promotions) {

    /** Coefficients of the exponent of one multiplier, and its bound. */
    public record StressCoefficients(
            double perReturnZ, double perVolatilityZ, double perFear, double perHerding, double maxMultiplier) {}
}
