package firedrill.ingest.event;

/**
 * The account behind an order or a withdrawal, as the exchange knows it.
 *
 * @param tier trading volume class of the user
 * @param jurisdiction law that the account is under
 * @param openedAtMillis when the account was opened, UTC milliseconds
 */
public record Account(Tier tier, Jurisdiction jurisdiction, long openedAtMillis) {

    public Account {
        RangeChecks.requireTime(openedAtMillis, "openedAtMillis");
    }

    /** Trading volume class of a user, from occasional to market maker. */
    public enum Tier {
        RETAIL,
        ACTIVE,
        VIP,
        MARKET_MAKER
    }

    /** Law that an account is under. */
    public enum Jurisdiction {
        EU,
        US,
        UK,
        KR,
        SG
    }
}
