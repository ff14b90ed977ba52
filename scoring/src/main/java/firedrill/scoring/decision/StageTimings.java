package firedrill.scoring.decision;

/**
 * Where the scorer spent the latency budget, wall clock, microseconds, each at least 0.
 *
 * @param queueMicros from publishing to the first operator: producer, broker, consumer
 * @param featureMicros from there to the deciding operator: decoding and the keyed hops
 * @param decideMicros in the deciding operator: model, rules, policy
 */
public record StageTimings(long queueMicros, long featureMicros, long decideMicros) {

    public StageTimings {
        if (queueMicros < 0 || featureMicros < 0 || decideMicros < 0) {
            throw new IllegalArgumentException(
                    "no stage takes less than 0: " + queueMicros + ", " + featureMicros + ", " + decideMicros);
        }
    }

    /** What a decision carries where no wall clock ran: in the lab. */
    public static final StageTimings NONE = new StageTimings(0, 0, 0);
}
