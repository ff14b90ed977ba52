package firedrill.ingest.event;

/**
 * The market as the exchange saw it when an event happened; carried by the event, so nothing downstream joins prices.
 *
 * @param volatilityZ realised volatility of the last hour, in standard deviations from its usual level
 * @param returnZ return of the last hour, in standard deviations of an hourly return; negative when the price fell
 * @param priceCents price of the index, in US cents
 * @param liquidatedShare share of the open interest that was liquidated within the last hour, in [0, 1]
 * @param fundingBps funding rate per 8 hours, in basis points; 1 when longs and shorts are in balance
 * @param depthShare depth of the order book, as a share of its usual depth; above 0
 */
public record MarketSnapshot(
        double volatilityZ,
        double returnZ,
        long priceCents,
        double liquidatedShare,
        double fundingBps,
        double depthShare) {

    /** Lowest price of a coin, US cents: keeps quantities of coin within their range. */
    public static final long MIN_PRICE_CENTS = 100;
    /** Highest price of a coin, US cents. */
    public static final long MAX_PRICE_CENTS = 10_000_000_000L;

    /** Funding rate at a zero premium, in basis points per 8 hours. */
    public static final double BASELINE_FUNDING_BPS = 1;

    public MarketSnapshot {
        RangeChecks.requireFinite(volatilityZ, "volatilityZ");
        RangeChecks.requireFinite(returnZ, "returnZ");
        RangeChecks.requirePositiveCents(priceCents, "priceCents");
        if (!(liquidatedShare >= 0 && liquidatedShare <= 1)) {
            throw new IllegalArgumentException("liquidatedShare must lie in [0, 1], was " + liquidatedShare);
        }
        RangeChecks.requireFinite(fundingBps, "fundingBps");
        RangeChecks.requireFinite(depthShare, "depthShare");
        if (depthShare <= 0) {
            throw new IllegalArgumentException("depthShare must be positive, was " + depthShare);
        }
    }

    /** Without liquidations, with baseline funding and usual depth. */
    public MarketSnapshot(double volatilityZ, double returnZ, long priceCents) {
        this(volatilityZ, returnZ, priceCents, 0, BASELINE_FUNDING_BPS, 1);
    }
}
