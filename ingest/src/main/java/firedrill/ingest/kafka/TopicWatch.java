package firedrill.ingest.kafka;

import firedrill.ingest.event.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks Kafka whether the project's topics exist; used by one thread. */
public final class TopicWatch implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Admin admin;

    public TopicWatch(KafkaSettings kafka) {
        this.admin = kafka.admin(TIMEOUT);
    }

    /**
     * Answer to one question.
     *
     * @param isReachable whether Kafka answered in time
     * @param missing topics that do not exist
     */
    public record TopicAnswer(boolean isReachable, List<String> missing) {

        public TopicAnswer {
            missing = List.copyOf(missing);
        }
    }

    /** Asks once; takes at most some seconds. */
    public TopicAnswer ask() throws InterruptedException {
        Map<String, KafkaFuture<TopicDescription>> described =
                admin.describeTopics(Topics.ALL).topicNameValues();
        List<String> missing = new ArrayList<>();
        for (String topic : Topics.ALL) {
            KafkaFuture<TopicDescription> answer = described.get(topic);
            try {
                if (answer != null) {
                    answer.get(2 * TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (ExecutionException refused) {
                if (!(refused.getCause() instanceof UnknownTopicOrPartitionException)) {
                    return new TopicAnswer(false, List.of());
                }
                missing.add(topic);
            } catch (TimeoutException late) {
                return new TopicAnswer(false, List.of());
            }
        }
        return new TopicAnswer(true, missing);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
