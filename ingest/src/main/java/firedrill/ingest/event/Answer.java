package firedrill.ingest.event;

/**
 * The decision on one order or withdrawal, as the exchange applies it.
 *
 * @param eventId the event that was decided
 * @param holdMillis length of a {@link Action#HOLD}, in simulated milliseconds; 0 for every other action
 * @param limitCents amount that a {@link Action#LIMIT} lets through; 0 for every other action
 */
public record Answer(long eventId, Action action, long holdMillis, long limitCents) {

    public Answer {
        RangeChecks.requirePositive(eventId, "eventId");
        RangeChecks.requireDuration(holdMillis, "holdMillis");
        RangeChecks.requireCents(limitCents, "limitCents");
        if ((action == Action.HOLD) != (holdMillis > 0)) {
            throw new IllegalArgumentException("only a hold has a length: " + action + ", " + holdMillis);
        }
        if ((action == Action.LIMIT) != (limitCents > 0)) {
            throw new IllegalArgumentException("only a limit has an amount: " + action + ", " + limitCents);
        }
    }

    /** An action without a duration or an amount. */
    public static Answer of(long eventId, Action action) {
        return new Answer(eventId, action, 0, 0);
    }

    /** A hold of this length. */
    public static Answer hold(long eventId, long holdMillis) {
        return new Answer(eventId, Action.HOLD, holdMillis, 0);
    }

    /** A limit to this amount. */
    public static Answer limit(long eventId, long limitCents) {
        return new Answer(eventId, Action.LIMIT, 0, limitCents);
    }
}
