package firedrill.ingest.event;

/**
 * The market as the exchange saw it when an event happened; stamped on the event, so nothing downstream joins prices.
 *
 * @param volatilityZ realised volatility of the last hour, in standard deviations from its usual level
 * @param returnZ return of the last hour, in standard deviations of an hourly return; negative when the price fell
 * @param priceCents price of the index, in US cents
 */
public record Market(double volatilityZ, double returnZ, long priceCents) {

    public Market {
        Checks.finite(volatilityZ, "volatilityZ");
        Checks.finite(returnZ, "returnZ");
        Checks.positive(priceCents, "priceCents");
    }
}
