package firedrill.ingest.chance;

/** What a draw is for; two purposes never share a draw. */
public enum Purpose {
    REGIME,
    RETURN,
    WORTH,
    ACTIVITY,
    BALANCE,
    JURISDICTION,
    DEVICES,
    ADDRESSES,
    HOUSEHOLD,
    OPENED,
    HISTORY,
    ARRIVALS,
    WHO,
    WHEN,
    HOW,
    HOW_MUCH,
    WHERE_TO,
    WITH_WHAT,
    STEP_UP,
    HOLD,
    RETRY,
    COMPLAINT,
    LEAVING,
    FAREWELL,
    TOLD,
    LISTENER,
    TAKEOVER,
    REPORT
}
