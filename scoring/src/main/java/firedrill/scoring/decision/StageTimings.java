package firedrill.scoring.decision;

/**
 * Wall time per stage of the scorer, microseconds, each at least 0.
 *
 * @param queueMicros from publishing to the first operator: producer, broker, consumer
 * @param featureMicros from there to the deciding operator: decoding and the keyed operators
 * @param decideMicros in the deciding operator: model, rules, policy
 */
public record StageTimings(long queueMicros, long featureMicros, long decideMicros) {

    public StageTimings {
        if (queueMicros < 0 || featureMicros < 0 || decideMicros < 0) {
            throw new IllegalArgumentException(
                    "timings must be at least 0, were " + queueMicros + ", " + featureMicros + ", " + decideMicros);
        }
    }

    /** Without a wall clock, as in the lab. */
    public static final StageTimings NONE = new StageTimings(0, 0, 0);
}
