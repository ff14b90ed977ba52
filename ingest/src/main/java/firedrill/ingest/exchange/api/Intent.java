package firedrill.ingest.exchange.api;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;

/**
 * A request before it is submitted: account, session, and the actor behind it.
 *
 * @param key identity of the intention, the key of its random draws
 * @param attempt number of earlier attempts
 * @param secondFactor whether the second factor is presented; false only where a control is bypassed
 */
public record Intent(User user, ClientSession session, long key, int attempt, Actor actor, boolean secondFactor) {

    /** A first attempt with the second factor. */
    public Intent(User user, ClientSession session, long key, Actor actor) {
        this(user, session, key, 0, actor, true);
    }

    /** The next attempt, from this session. */
    public Intent retry(ClientSession other) {
        return new Intent(user, other, key, attempt + 1, actor, secondFactor);
    }
}
