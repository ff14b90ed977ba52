package firedrill.ingest.population;

/**
 * Who wants something of the exchange, in whose name.
 *
 * @param key of the intention, for draws about it
 * @param attempt 0 at first, then how often it was tried before
 */
public record Ask(User user, long deviceId, long key, int attempt, Asker asker) {

    /** The same intention once more, perhaps from another device. */
    public Ask again(long otherDeviceId) {
        return new Ask(user, otherDeviceId, key, attempt + 1, asker);
    }
}
