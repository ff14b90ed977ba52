package firedrill.dashboard.runtime.order;

import java.time.Duration;

/**
 * How long an order may take.
 *
 * @param queueing longest wait for a place in the producer, which needs a broker that is known
 * @param delivery longest time from there to the broker's confirmation
 */
record OrderBounds(Duration queueing, Duration delivery) {

    /** For a command, which a person waits for. */
    static final OrderBounds COMMAND = new OrderBounds(Duration.ofSeconds(3), Duration.ofSeconds(5));

    /** For a model of many megabytes. */
    static final OrderBounds MODEL = new OrderBounds(Duration.ofSeconds(5), Duration.ofSeconds(30));

    /** After this time an order is void; by then its sender has an answer. */
    Duration validity() {
        return queueing.plus(delivery).plusSeconds(1);
    }
}
