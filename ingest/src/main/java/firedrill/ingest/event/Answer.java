package firedrill.ingest.event;

/**
 * What the exchange is told about one order or withdrawal.
 *
 * @param eventId the event that asked
 * @param action what to do with it
 * @param holdMillis how long a {@link Action#HOLD} lasts, in simulated milliseconds; 0 for every other action
 */
public record Answer(long eventId, Action action, long holdMillis) {

    public Answer {
        Checks.positive(eventId, "eventId");
        Checks.notNegative(holdMillis, "holdMillis");
        if ((action == Action.HOLD) != (holdMillis > 0)) {
            throw new IllegalArgumentException("a hold, and nothing else, has a length: " + action + ", " + holdMillis);
        }
    }

    /** An answer that needs no length: anything but a hold. */
    public static Answer of(long eventId, Action action) {
        return new Answer(eventId, action, 0);
    }
}
