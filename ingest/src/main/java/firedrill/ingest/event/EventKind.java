package firedrill.ingest.event;

/** Kind of an event. */
public enum EventKind {
    LOGIN("Login"),
    CREDENTIAL_CHANGE("CredentialChange"),
    DEPOSIT("Deposit"),
    ORDER("Order"),
    WITHDRAWAL("Withdrawal");

    private final String label;

    EventKind(String label) {
        this.label = label;
    }

    /** Name in camel case, for metrics; independent of class names. */
    public String label() {
        return label;
    }
}
