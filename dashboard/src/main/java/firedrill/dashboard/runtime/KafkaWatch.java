package firedrill.dashboard.runtime;

import firedrill.dashboard.health.BrokerFacts;
import firedrill.ingest.kafka.ExchangeLease;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.kafka.TopicWatch;
import java.util.List;
import java.util.function.Supplier;

/** What a run sees of its Kafka: whether it answers, has the topics, and is this run's alone. */
public final class KafkaWatch implements AutoCloseable {

    private final KafkaSettings kafka;
    private final TopicWatch topics;
    private final ExchangeLease lease;
    private final Supplier<String> giveUpReason;

    /** A watch over {@code kafka}, whose lease is {@code lease}; {@code giveUpReason} is that of the local broker, empty while it is restarted. */
    public KafkaWatch(KafkaSettings kafka, ExchangeLease lease, Supplier<String> giveUpReason) {
        this.kafka = kafka;
        this.topics = new TopicWatch(kafka);
        this.lease = lease;
        this.giveUpReason = giveUpReason;
    }

    /** The state now; takes some seconds when Kafka does not answer. */
    BrokerFacts look() throws InterruptedException {
        var reason = giveUpReason.get();
        if (!reason.isEmpty()) {
            return new BrokerFacts(kafka.bootstrapServers(), false, List.of(), reason, "");
        }
        var answer = topics.ask();
        return new BrokerFacts(
                kafka.bootstrapServers(), answer.isReachable(), answer.missing(), giveUpReason.get(), lease.rival());
    }

    @Override
    public void close() {
        topics.close();
    }
}
