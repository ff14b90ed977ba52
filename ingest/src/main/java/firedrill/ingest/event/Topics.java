package firedrill.ingest.event;

/** Names of the topics, as {@code docs/architecture.md} lists them. */
public final class Topics {

    /** What users do; keyed by user id. */
    public static final String EVENTS = "exchange.events";
    /** What the operator learns later; keyed by user id. */
    public static final String OUTCOMES = "exchange.outcomes";
    /** What really happened; only the referee reads it. */
    public static final String TRUTH = "simulation.truth";
    /** One decision per order and withdrawal; keyed by user id. */
    public static final String DECISIONS = "fraud.decisions";
    /** What challengers would have made of decided events; keyed by user id. */
    public static final String SHADOW = "fraud.shadow";
    /** Drift readings, mode changes and refusals. */
    public static final String SIGNALS = "fraud.signals";
    /** Orders to the running scorer; compacted. */
    public static final String CONTROL = "fraud.control";
    /** Versions of the model, with who announced them; compacted, keyed by version. */
    public static final String MODELS = "fraud.models";
    /** Records that could not be read, with where they stood and why. */
    public static final String DEADLETTER = "fraud.deadletter";

    /** Bytes of one record of {@link #MODELS}; of every other topic a record is far smaller. */
    public static final int MAX_MODEL_BYTES = 16 * 1024 * 1024;

    /** Header of an event: when it was published, wall clock, epoch microseconds, 8 bytes big-endian. */
    public static final String PUBLISHED_MICROS_HEADER = "published-micros";

    private Topics() {}
}
