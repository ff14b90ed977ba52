package firedrill.ingest.event;

/** Actions that the exchange can apply to an order or a withdrawal, from the mildest to the harshest. */
public enum Action {
    /** Let it through. */
    ALLOW,
    /** Challenge the user first; it goes through if the challenge is passed. */
    STEP_UP,
    /** Let a part of it through. */
    LIMIT,
    /** Let it through after a delay, in which the account's owner is notified and can recall it. */
    HOLD,
    /** Queue it for an analyst, who lets it through or refuses it; the capacity is finite. */
    REVIEW,
    /** Refuse it. */
    BLOCK;

    /** Whether the user notices: anything but {@link #ALLOW}. */
    public boolean isFriction() {
        return this != ALLOW;
    }
}
