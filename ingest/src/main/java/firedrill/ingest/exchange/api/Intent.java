package firedrill.ingest.exchange.api;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;

/**
 * Who wants something of the exchange, in whose name.
 *
 * @param session from where
 * @param key of the intention, for draws about it
 * @param attempt 0 at first, then how often it was tried before
 * @param secondFactor whether the second factor is shown where the exchange demands it; only a bypassed control lets
 *     somebody through without
 */
public record Intent(User user, ClientSession session, long key, int attempt, Actor actor, boolean secondFactor) {

    /** With the second factor, for the first time. */
    public Intent(User user, ClientSession session, long key, Actor asker) {
        this(user, session, key, 0, asker, true);
    }

    /** The same intention once more, perhaps from elsewhere. */
    public Intent retry(ClientSession other) {
        return new Intent(user, other, key, attempt + 1, actor, secondFactor);
    }
}
