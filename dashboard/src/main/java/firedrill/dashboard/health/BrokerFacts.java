package firedrill.dashboard.health;

import java.util.List;

/**
 * Kafka at one moment.
 *
 * @param address {@code host:port}
 * @param isReachable whether it answered the last question
 * @param missingTopics topics of the run that do not exist any more
 * @param giveUpReason why the local broker is not restarted any more, as a sentence; empty while it is
 * @param rival another exchange that holds the lease of this Kafka, as a phrase; empty while this one holds it
 */
public record BrokerFacts(
        String address, boolean isReachable, List<String> missingTopics, String giveUpReason, String rival) {

    public BrokerFacts {
        missingTopics = List.copyOf(missingTopics);
    }

    /** A broker that answers and has all topics. */
    public static BrokerFacts reachable(String address) {
        return new BrokerFacts(address, true, List.of(), "", "");
    }
}
