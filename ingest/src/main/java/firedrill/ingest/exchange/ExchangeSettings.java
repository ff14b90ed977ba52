package firedrill.ingest.exchange;

/**
 * What an exchange is like.
 *
 * @param users accounts at the start, from 100 to 1,000,000
 * @param startMillis simulated time at which it opens, UTC milliseconds
 * @param passingOrderCents an order up to this passes when no answer comes in time
 */
public record ExchangeSettings(int users, long startMillis, long passingOrderCents) {

    /** Ten thousand users, from 5 January 2026, 00:00 UTC. */
    public static final ExchangeSettings DEFAULT = new ExchangeSettings(10_000, 1_767_571_200_000L, 1_000_000);

    public ExchangeSettings {
        if (users < 100 || users > 1_000_000) {
            throw new IllegalArgumentException("users must be from 100 to 1,000,000, was " + users);
        }
    }

    public ExchangeSettings withUsers(int chosen) {
        return new ExchangeSettings(chosen, startMillis, passingOrderCents);
    }
}
