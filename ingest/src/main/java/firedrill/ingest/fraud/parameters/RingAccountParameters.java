package firedrill.ingest.fraud.parameters;

/** Accounts that rings open or buy: age, wealth, coins and account warming. */
public record RingAccountParameters(
        int minUsers,
        double minAgeDays,
        double maxAgeDays,
        double ageSpreadDays,
        double boughtShare,
        double boughtMinAgeDays,
        double boughtMeanExtraAgeDays,
        double medianUsd,
        double traderMedianUsd,
        double sigma,
        double traderCashShare,
        PreferredCoin preferredCoin,
        TraderCoin traderCoin,
        int newAccountHorizonDays,
        double maxNewAccountShare,
        Warming warming) {

    /** Shares of the coin that an account mostly holds; the rest is SOL. */
    public record PreferredCoin(double btcShare, double ethShare) {}

    /** The same for accounts of market abuse rings; the rest is the thin coin. */
    public record TraderCoin(double ethShare, double solShare) {}

    /** Ordinary activity that programs imitate on ring accounts between attacks. */
    public record Warming(double activityRatio, double minAgeDays, double stepUpSeconds) {}
}
