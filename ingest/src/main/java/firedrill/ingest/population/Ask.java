package firedrill.ingest.population;

/**
 * Who wants something of the exchange, in whose name.
 *
 * @param session from where
 * @param key of the intention, for draws about it
 * @param attempt 0 at first, then how often it was tried before
 * @param secondFactor whether the second factor is shown where the exchange demands it; only a bypassed control lets
 *     somebody through without
 */
public record Ask(User user, Session session, long key, int attempt, Asker asker, boolean secondFactor) {

    /** With the second factor, for the first time. */
    public Ask(User user, Session session, long key, Asker asker) {
        this(user, session, key, 0, asker, true);
    }

    /** The same intention once more, perhaps from elsewhere. */
    public Ask again(Session other) {
        return new Ask(user, other, key, attempt + 1, asker, secondFactor);
    }
}
