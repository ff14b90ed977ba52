package firedrill.ingest.customer;

/** What an adverse-action notice discloses. */
public enum CustomerNotice {
    /** That the request waits, and for how long. */
    DURATION_ONLY,
    /** A specific reason as well, and when it ends. */
    REASON_AND_END
}
