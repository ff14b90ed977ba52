package firedrill.ingest.event;

/**
 * What the exchange is told about one order or withdrawal.
 *
 * @param eventId the event that asked
 * @param action what to do with it
 * @param holdMillis how long a {@link Action#HOLD} lasts, in simulated milliseconds; 0 for every other action
 * @param limitCents how much a {@link Action#LIMIT} lets through; 0 for every other action
 */
public record Answer(long eventId, Action action, long holdMillis, long limitCents) {

    public Answer {
        RangeChecks.requirePositive(eventId, "eventId");
        RangeChecks.requireNonNegative(holdMillis, "holdMillis");
        RangeChecks.requireNonNegative(limitCents, "limitCents");
        if ((action == Action.HOLD) != (holdMillis > 0)) {
            throw new IllegalArgumentException("a hold, and nothing else, has a length: " + action + ", " + holdMillis);
        }
        if ((action == Action.LIMIT) != (limitCents > 0)) {
            throw new IllegalArgumentException("a limit, and nothing else, has one: " + action + ", " + limitCents);
        }
    }

    /** An answer that needs no number: neither a hold nor a limit. */
    public static Answer of(long eventId, Action action) {
        return new Answer(eventId, action, 0, 0);
    }

    /** A hold of this length. */
    public static Answer hold(long eventId, long holdMillis) {
        return new Answer(eventId, Action.HOLD, holdMillis, 0);
    }

    /** A limit to this much. */
    public static Answer limit(long eventId, long limitCents) {
        return new Answer(eventId, Action.LIMIT, 0, limitCents);
    }
}
