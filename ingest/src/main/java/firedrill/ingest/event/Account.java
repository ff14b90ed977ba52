package firedrill.ingest.event;

/**
 * What the exchange knows of the account behind an order or a withdrawal.
 *
 * @param tier how much the user trades here
 * @param jurisdiction whose law the account is under
 * @param openedAtMillis when the account was opened, UTC milliseconds
 */
public record Account(Tier tier, Jurisdiction jurisdiction, long openedAtMillis) {

    public Account {
        RangeChecks.requireTime(openedAtMillis, "openedAtMillis");
    }

    /** How much a user trades: from occasional to market maker. */
    public enum Tier {
        RETAIL,
        ACTIVE,
        VIP,
        MARKET_MAKER
    }

    /** Whose law an account is under. */
    public enum Jurisdiction {
        EU,
        US,
        UK,
        KR,
        SG
    }
}
