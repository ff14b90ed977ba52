package firedrill.ingest.exchange;

/** What the exchange earns and gets back; assumptions that a bill of a run must share. */
public final class ExchangeEconomics {

    /** Fee of an order, in basis points of the notional that was asked for; taken from what is bought or received. */
    public static final double ORDER_FEE_BPS = 10;

    /** Share of stolen coins that comes back, in [0, 1]; 0 to 10 % are plausible. */
    public static final double RECOVERY_SHARE = 0.03;

    /** What a review costs: 12 minutes (5 to 30 are plausible) of an analyst at $45 an hour, both assumptions. */
    public static final long REVIEW_COST_CENTS = 900;

    /** The fee of an order, rounded to a cent. */
    public static long orderFeeCents(long notionalCents) {
        return Math.round(notionalCents * ORDER_FEE_BPS / 10_000);
    }

    private ExchangeEconomics() {}
}
