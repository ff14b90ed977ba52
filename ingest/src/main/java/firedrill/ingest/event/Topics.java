package firedrill.ingest.event;

import java.util.List;

/** Names and limits of the topics, as {@code docs/architecture.md} lists them. */
public final class Topics {

    /** Events of users; keyed by user id. */
    public static final String EVENTS = "exchange.events";
    /** Outcomes, which the operator learns later; keyed by user id. */
    public static final String OUTCOMES = "exchange.outcomes";
    /** Ground truth; only the ledger reads it. */
    public static final String TRUTH = "simulation.truth";
    /** One decision per order and withdrawal; keyed by user id. */
    public static final String DECISIONS = "fraud.decisions";
    /** Scores of challengers for decided events; keyed by user id. */
    public static final String SHADOW = "fraud.shadow";
    /** Drift readings, mode changes and refusals. */
    public static final String SIGNALS = "fraud.signals";
    /** Commands to the running job; compacted. */
    public static final String CONTROL = "fraud.control";
    /** Versions of the model, with their announcer; compacted, keyed by version. */
    public static final String MODELS = "fraud.models";
    /** Records that could not be read, with their position and the reason. */
    public static final String DEADLETTER = "fraud.deadletter";

    /** All of them. */
    public static final List<String> ALL =
            List.of(EVENTS, OUTCOMES, TRUTH, DECISIONS, SHADOW, SIGNALS, CONTROL, MODELS, DEADLETTER);

    /** Longest record of a topic other than {@link #MODELS} and {@link #DEADLETTER}, in bytes. */
    public static final int MAX_RECORD_BYTES = 64 * 1024;
    /** Longest record of {@link #DEADLETTER}, in bytes: it carries a whole refused record. */
    public static final int MAX_DEAD_LETTER_BYTES = 2 * MAX_RECORD_BYTES;
    /** Longest record of {@link #MODELS}, in bytes. */
    public static final int MAX_MODEL_BYTES = 16 * 1024 * 1024;

    /** Header of an event: when it was published, wall clock, epoch microseconds, 8 bytes big-endian. */
    public static final String PUBLISHED_MICROS_HEADER = "published-micros";

    private Topics() {}
}
